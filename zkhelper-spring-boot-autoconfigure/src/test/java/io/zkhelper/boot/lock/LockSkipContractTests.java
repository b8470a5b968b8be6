package io.zkhelper.boot.lock;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import io.zkhelper.lock.HeldLock;
import io.zkhelper.lock.LockTimeoutException;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for what callers get from methods under a lock, with and without it.
 */
class LockSkipContractTests {

	private final LockRunner runner = LockRunner.with(Jobs.class);

	@Test
	void whoHasTheLockRunsAndLetsGo() {
		this.runner.run((context) -> {
			Jobs jobs = context.getBean(Jobs.class);
			jobs.nothing();
			assertThat(jobs.optional()).hasValue("done");
			assertThat(jobs.stage().toCompletableFuture()).isCompletedWithValue("done");
			assertThat(jobs.mono().block()).isEqualTo("done");
			assertThat(jobs.flux().collectList().block()).containsExactly("done", "again");
			assertThat(jobs.throwing()).isEqualTo(6);
			assertThat(jobs.ran()).isEqualTo(6);
			assertThat(this.runner.stub.asked).hasSize(6).containsOnly("jobs PT10S");
			assertThat(this.runner.stub.held).isEmpty();
		});
	}

	@Test
	void whoHasNotSkips() {
		this.runner.stub.busy.add("jobs");
		this.runner.run((context) -> {
			Jobs jobs = context.getBean(Jobs.class);
			jobs.nothing();
			assertThat(jobs.optional()).isEmpty();
			assertThat(jobs.stage().toCompletableFuture()).isCompletedWithValue(null);
			assertThat(jobs.ran()).isZero();
		});
	}

	@Test
	void reactiveCallsAreEmptyWhenTheirTimeIsUp() {
		this.runner.stub.busy.add("jobs");
		this.runner.run((context) -> {
			Jobs jobs = context.getBean(Jobs.class);
			CompletableFuture<String> mono = jobs.mono().defaultIfEmpty("empty").toFuture();
			CompletableFuture<Long> flux = jobs.flux().count().toFuture();
			assertThat(mono).isNotDone();
			this.runner.stub.waiting.forEach((attempt) -> attempt.completeExceptionally(this.runner.stub.timeout));
			assertThat(mono).succeedsWithin(Duration.ofSeconds(5)).isEqualTo("empty");
			assertThat(flux).succeedsWithin(Duration.ofSeconds(5)).isEqualTo(0L);
			assertThat(jobs.ran()).isZero();
		});
	}

	@Test
	void whoHasNotThrowsWhereAskedTo() {
		this.runner.stub.busy.add("jobs");
		this.runner.run((context) -> {
			Jobs jobs = context.getBean(Jobs.class);
			assertThatExceptionOfType(LockTimeoutException.class).isThrownBy(jobs::throwing);
			assertThat(jobs.throwingFuture()).failsWithin(Duration.ZERO)
				.withThrowableThat()
				.withCauseInstanceOf(LockTimeoutException.class);
			CompletableFuture<String> mono = jobs.throwingMono().toFuture();
			this.runner.stub.waiting.forEach((attempt) -> attempt.completeExceptionally(this.runner.stub.timeout));
			assertThat(mono).failsWithin(Duration.ofSeconds(5))
				.withThrowableThat()
				.havingCause()
				.isSameAs(this.runner.stub.timeout);
		});
	}

	@Test
	void whoHasNotCallsTheFallback() {
		this.runner.stub.busy.add("jobs");
		this.runner
			.run((context) -> assertThat(context.getBean(Jobs.class).answer("x", null)).isEqualTo("fallback for x"));
	}

	@Test
	void fillsInTheLock() {
		this.runner.run((context) -> assertThat(context.getBean(Jobs.class).answer("x", null))
			.isEqualTo("answer to x with 0000000000000007-00000000"));
	}

	@Test
	void letsGoWhenTheMethodThrows() {
		this.runner.run((context) -> {
			assertThatExceptionOfType(IllegalStateException.class).isThrownBy(context.getBean(Jobs.class)::failing);
			assertThat(this.runner.stub.held).isEmpty();
		});
	}

	@Test
	void anInterruptedCallNeitherRunsNorLooksSkipped() {
		this.runner.stub.interrupt = new InterruptedException();
		this.runner.run((context) -> {
			Jobs jobs = context.getBean(Jobs.class);
			assertThatExceptionOfType(CancellationException.class).isThrownBy(jobs::nothing)
				.withMessageContaining("nothing()")
				.withCause(this.runner.stub.interrupt);
			assertThat(Thread.interrupted()).isTrue();
			assertThatExceptionOfType(InterruptedException.class).isThrownBy(jobs::interruptible);
			assertThat(Thread.currentThread().isInterrupted()).isFalse();
			assertThat(jobs.ran()).isZero();
		});
	}

	static class Jobs {

		private int ran;

		int ran() {
			return this.ran;
		}

		@DistributedLocked("jobs")
		void nothing() {
			this.ran++;
		}

		@DistributedLocked("jobs")
		void interruptible() throws InterruptedException {
			this.ran++;
		}

		@DistributedLocked("jobs")
		Optional<String> optional() {
			this.ran++;
			return Optional.of("done");
		}

		@DistributedLocked("jobs")
		CompletionStage<String> stage() {
			this.ran++;
			return CompletableFuture.completedFuture("done");
		}

		@DistributedLocked("jobs")
		Mono<String> mono() {
			this.ran++;
			return Mono.just("done");
		}

		@DistributedLocked("jobs")
		Flux<String> flux() {
			this.ran++;
			return Flux.just("done", "again");
		}

		@DistributedLocked(value = "jobs", onBusy = OnBusy.THROW)
		int throwing() {
			return ++this.ran;
		}

		@DistributedLocked(value = "jobs", onBusy = OnBusy.THROW)
		CompletableFuture<String> throwingFuture() {
			return CompletableFuture.completedFuture("done");
		}

		@DistributedLocked(value = "jobs", onBusy = OnBusy.THROW)
		Mono<String> throwingMono() {
			return Mono.just("done");
		}

		@DistributedLocked(value = "jobs", fallbackMethod = "answerWithout")
		String answer(String question, HeldLock lock) {
			return "answer to " + question + " with " + lock.token();
		}

		private String answerWithout(String question) {
			return "fallback for " + question;
		}

		@DistributedLocked("jobs")
		void failing() {
			throw new IllegalStateException("failed");
		}

	}

}
