package io.zkhelper.boot.lock;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import io.zkhelper.lock.HeldLock;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for how long a lock is held by methods that go on after they have returned.
 */
class HeldUntilDoneTests {

	private final LockRunner runner = LockRunner.with(Jobs.class);

	private final StubLocks stub = this.runner.stub;

	private final Sinks.Many<String> source = Sinks.many().unicast().onBackpressureBuffer();

	@Test
	void untilAFutureCompletes() {
		this.runner.run((context) -> {
			CompletableFuture<String> work = new CompletableFuture<>();
			context.getBean(Jobs.class).future(work);
			assertThat(this.stub.held).containsExactly("jobs");
			work.complete("done");
			assertThat(this.stub.held).isEmpty();
		});
	}

	@Test
	void untilAFutureFails() {
		this.runner.run((context) -> {
			CompletableFuture<String> work = new CompletableFuture<>();
			context.getBean(Jobs.class).future(work);
			work.completeExceptionally(new IllegalStateException("failed"));
			assertThat(this.stub.held).isEmpty();
		});
	}

	@Test
	void untilAFutureIsCancelled() {
		this.runner.run((context) -> {
			context.getBean(Jobs.class).future(new CompletableFuture<>()).cancel(true);
			assertThat(this.stub.held).isEmpty();
		});
	}

	@Test
	void untilAFutureCompletesThatTheReturnTypeDoesNotShow() {
		this.runner.run((context) -> {
			CompletableFuture<String> work = new CompletableFuture<>();
			context.getBean(Jobs.class).object(work);
			assertThat(this.stub.held).containsExactly("jobs");
			work.complete("done");
			assertThat(this.stub.held).isEmpty();
		});
	}

	@Test
	void untilAFluxCompletesAndFromItsSubscriptionOn() {
		this.runner.run((context) -> {
			Flux<String> flux = context.getBean(Jobs.class).flux(this.source);
			assertThat(this.stub.held).isEmpty();
			CompletableFuture<String> last = new CompletableFuture<>();
			flux.doOnComplete(() -> last.complete("held: " + this.stub.held)).subscribe();
			assertThat(this.stub.held).containsExactly("jobs");
			this.source.tryEmitComplete();
			assertThat(last).isCompletedWithValue("held: []");
		});
	}

	@Test
	void untilAFluxFails() {
		this.runner.run((context) -> {
			context.getBean(Jobs.class).flux(this.source).onErrorComplete().subscribe();
			this.source.tryEmitError(new IllegalStateException("failed"));
			assertThat(this.stub.held).isEmpty();
		});
	}

	@Test
	void untilTheSubscriberLeaves() {
		this.runner.run((context) -> {
			Disposable subscription = context.getBean(Jobs.class).flux(this.source).subscribe();
			assertThat(this.stub.held).containsExactly("jobs");
			subscription.dispose();
			assertThat(this.stub.held).isEmpty();
		});
	}

	@Test
	void givesUpWhenTheSubscriberLeavesWhileItWaits() {
		this.stub.busy.add("jobs");
		this.runner.run((context) -> {
			Disposable subscription = context.getBean(Jobs.class).flux(this.source).subscribe();
			subscription.dispose();
			assertThat(this.stub.waiting).singleElement().satisfies((attempt) -> assertThat(attempt).isCancelled());
			assertThat(this.source.currentSubscriberCount()).isZero();
		});
	}

	@Test
	void runsWhenTheLockComesOnAnotherThread() {
		this.stub.busy.add("jobs");
		this.runner.run((context) -> {
			CompletableFuture<String> thread = context.getBean(Jobs.class).thread(null).toFuture();
			assertThat(thread).isNotDone();
			HeldLock held = this.stub.hold("jobs");
			this.stub.waiting.forEach((attempt) -> attempt.complete(held));
			assertThat(thread).succeedsWithin(Duration.ofSeconds(5)).asString().startsWith("boundedElastic");
			assertThat(this.stub.held).isEmpty();
		});
	}

	static class Jobs {

		@DistributedLocked("jobs")
		CompletableFuture<String> future(CompletableFuture<String> work) {
			return work;
		}

		@DistributedLocked(value = "jobs", onBusy = OnBusy.THROW)
		Object object(CompletableFuture<String> work) {
			return work;
		}

		@DistributedLocked("jobs")
		Flux<String> flux(Sinks.Many<String> source) {
			return source.asFlux();
		}

		@DistributedLocked("jobs")
		Mono<String> thread(HeldLock lock) {
			return Mono.just(Thread.currentThread().getName() + " " + lock.name());
		}

	}

}
