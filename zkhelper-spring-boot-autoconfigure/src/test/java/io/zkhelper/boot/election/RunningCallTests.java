package io.zkhelper.boot.election;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.zkhelper.election.Leadership;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for calls under way: what they know of their term, and how they end.
 */
class RunningCallTests {

	private final ElectionRunner runner = ElectionRunner.with(Jobs.class);

	@Test
	void fillsInTheLeadership() {
		this.runner.runAsLeader((context) -> {
			Jobs jobs = context.getBean(Jobs.class);
			jobs.run("a", null, "b");
			assertThat(jobs.seen()).isEqualTo("a1b");
		});
	}

	@Test
	void knowsTheLeadershipOnItsThreadUntilItReturns() {
		this.runner.runAsLeader((context) -> {
			Jobs jobs = context.getBean(Jobs.class);
			jobs.askForTerm(context.getBean(CurrentLeadership.class));
			assertThat(jobs.seen()).isEqualTo("1");
			assertThatIllegalStateException().isThrownBy(() -> context.getBean(CurrentLeadership.class).get())
				.withMessageContaining("No @LeaderOnly method runs on this thread");
		});
	}

	@Test
	void interruptsTheMethodAndNothingAfterwards() {
		this.runner.runAsLeader((context) -> {
			GrantableElection election = ElectionRunner.election(context);
			Jobs jobs = context.getBean(Jobs.class);
			assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> jobs.interrupted(election));
			assertThat(jobs.swallowing(election)).isEmpty();
			assertThat(Thread.currentThread().isInterrupted()).isFalse();
			assertThat(election.works).isEmpty();
		});
	}

	@Test
	void cancelsAFutureAndWaitsForItsEnd() {
		this.runner.runAsLeader((context) -> {
			GrantableElection election = ElectionRunner.election(context);
			CompletableFuture<String> future = context.getBean(Jobs.class).future();
			assertThat(election.works).hasSize(1);
			assertThat(this.runner.executions).isEmpty();
			election.cancelWork();
			assertThat(future).isCancelled();
			assertThat(election.works).isEmpty();
			assertThat(this.runner.outcomes()).containsExactly(ExecutionOutcome.FAILED);
		});
	}

	@Test
	void cancelsAFutureThatWasAskedToStopBeforeItWasReturned() {
		this.runner.runAsLeader((context) -> {
			assertThat(context.getBean(Jobs.class).futureTooLate(ElectionRunner.election(context))).isCancelled();
			assertThat(Thread.currentThread().isInterrupted()).isFalse();
		});
	}

	@Test
	void survivesAListenerThatThrows() {
		this.runner.reportingTo((execution) -> {
			throw new IllegalStateException("listener");
		}).runAsLeader((context) -> {
			Jobs jobs = context.getBean(Jobs.class);
			jobs.run("a", null, "b");
			assertThat(jobs.seen()).isEqualTo("a1b");
		});
	}

	@Test
	void decidesForEachSubscription() {
		this.runner.run((context) -> {
			Mono<String> mono = context.getBean(Jobs.class).mono();
			assertThat(this.runner.executions).isEmpty();
			assertThat(mono.blockOptional()).isEmpty();
			ElectionRunner.election(context).grant();
			assertThat(mono.block()).isEqualTo("term 1");
			assertThat(mono.block()).isEqualTo("term 1");
			assertThat(this.runner.outcomes()).containsExactly(ExecutionOutcome.SKIPPED_OTHER_LEADS,
					ExecutionOutcome.EXECUTED, ExecutionOutcome.EXECUTED);
		});
	}

	@Test
	void endsAFluxThatIsAskedToStop() {
		this.runner.runAsLeader((context) -> {
			GrantableElection election = ElectionRunner.election(context);
			Sinks.Many<String> source = Sinks.many().unicast().onBackpressureBuffer();
			CompletableFuture<Throwable> error = new CompletableFuture<>();
			context.getBean(Jobs.class).flux(source).subscribe((value) -> {
			}, error::complete);
			assertThat(election.works).hasSize(1);
			election.cancelWork();
			assertThat(error.get(1, TimeUnit.SECONDS)).isInstanceOf(CancellationException.class);
			assertThat(election.works).isEmpty();
		});
	}

	@Test
	void isDoneWhenTheSubscriberLeaves() {
		this.runner.runAsLeader((context) -> {
			Sinks.Many<String> source = Sinks.many().unicast().onBackpressureBuffer();
			context.getBean(Jobs.class).flux(source).subscribe().dispose();
			assertThat(ElectionRunner.election(context).works).isEmpty();
			assertThat(this.runner.outcomes()).containsExactly(ExecutionOutcome.EXECUTED);
		});
	}

	static class Jobs {

		private String seen = "";

		@LeaderOnly
		void run(String before, Leadership leadership, String after) {
			this.seen = before + leadership.term() + after;
		}

		@LeaderOnly
		void askForTerm(CurrentLeadership leadership) {
			this.seen = "" + leadership.get().term();
		}

		@LeaderOnly
		void interrupted(GrantableElection election) throws InterruptedException {
			election.cancelWork();
			new CountDownLatch(1).await();
		}

		@LeaderOnly
		Optional<String> swallowing(GrantableElection election) {
			election.cancelWork();
			return Optional.empty();
		}

		@LeaderOnly
		CompletableFuture<String> future() {
			return new CompletableFuture<>();
		}

		@LeaderOnly
		CompletableFuture<String> futureTooLate(GrantableElection election) {
			election.cancelWork();
			return new CompletableFuture<>();
		}

		@LeaderOnly
		Mono<String> mono() {
			return Mono.just("term 1");
		}

		@LeaderOnly
		Flux<String> flux(Sinks.Many<String> source) {
			return source.asFlux();
		}

		String seen() {
			return this.seen;
		}

	}

}
