package io.zkhelper.boot.guard;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

/**
 * One subscription to what a guarded method returns.
 */
class ReactiveCall {

	private final Sinks.Empty<Object> stop = Sinks.empty();

	private final AtomicBoolean ended = new AtomicBoolean();

	private final GuardedCall call;

	private final CompletableFuture<Optional<Pass>> entering;

	ReactiveCall(GuardedCall call) {
		this.call = call;
		this.entering = call.beginLater(
				() -> this.stop.tryEmitError(new CancellationException("'%s' is asked to stop".formatted(call))));
	}

	// Others are told before the subscriber is: it may call again at once
	Flux<Object> run() {
		return entered().flatMapMany((pass) -> pass.isPresent() ? run(pass.get()) : skip())
			.doOnComplete(() -> end(true))
			.doOnError((ex) -> end(false))
			.doOnCancel(() -> end(true));
	}

	// What completes the future belongs to somebody else, and can't be held up
	private Mono<Optional<Pass>> entered() {
		Mono<Optional<Pass>> entered = Mono.fromFuture(this.entering);
		return this.entering.isDone() ? entered : entered.publishOn(Schedulers.boundedElastic());
	}

	private Flux<Object> run(Pass pass) {
		return Flux.defer(() -> publisher(() -> this.call.proceed(pass))).takeUntilOther(this.stop.asMono());
	}

	private Publisher<Object> skip() {
		return publisher(() -> this.call.skip(Mono.empty()));
	}

	@SuppressWarnings("unchecked")
	private static Publisher<Object> publisher(Pass.Body body) {
		try {
			Object publisher = body.proceed();
			return (publisher != null) ? (Publisher<Object>) publisher : Mono.empty();
		}
		catch (Throwable ex) {
			return Mono.error(ex);
		}
	}

	private void end(boolean succeeded) {
		if (this.ended.compareAndSet(false, true)) {
			this.entering.thenAccept((pass) -> pass.ifPresent((present) -> present.end(succeeded)));
		}
	}

}
