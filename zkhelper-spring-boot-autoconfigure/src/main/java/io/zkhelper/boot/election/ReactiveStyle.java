package io.zkhelper.boot.election;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SignalType;
import reactor.core.publisher.Sinks;

/**
 * Methods that return a {@code Mono} or a {@code Flux}. Each subscription is a call of
 * its own: decided when it begins, done when it ends. Asked to stop, it ends with a
 * {@link CancellationException}.
 *
 * @param conversion makes the type that the method returns
 */
record ReactiveStyle(Function<Flux<Object>, Object> conversion) implements CallStyle {

	static CallStyle of(Class<?> returnType) {
		return new ReactiveStyle((returnType == Mono.class) ? Flux::singleOrEmpty : (flux) -> flux);
	}

	@Override
	public boolean hasEmptyValue() {
		return true;
	}

	@Override
	public Object run(GuardedCall call) {
		return this.conversion.apply(Flux.defer(() -> subscribed(call)));
	}

	private static Publisher<Object> subscribed(GuardedCall call) {
		Sinks.Empty<Object> stop = Sinks.empty();
		Optional<RunningCall> running = call.begin(() -> stop.tryEmitError(
				new CancellationException("Leadership of election '%s' ends".formatted(call.electionName()))));
		return running.isPresent() ? run(running.get(), stop) : skip(call);
	}

	private static Flux<Object> run(RunningCall running, Sinks.Empty<Object> stop) {
		return Flux.defer(() -> publisher(running::proceed))
			.takeUntilOther(stop.asMono())
			.doFinally((signal) -> running.end(signal != SignalType.ON_ERROR));
	}

	private static Publisher<Object> skip(GuardedCall call) {
		return publisher(() -> call.skip(Mono.empty()));
	}

	@SuppressWarnings("unchecked")
	private static Publisher<Object> publisher(Call call) {
		try {
			Object publisher = call.invoke();
			return (publisher != null) ? (Publisher<Object>) publisher : Mono.empty();
		}
		catch (Throwable ex) {
			return Mono.error(ex);
		}
	}

	/**
	 * Something that may fail in any way.
	 */
	private interface Call {

		@org.jspecify.annotations.Nullable
		Object invoke() throws Throwable;

	}

}
