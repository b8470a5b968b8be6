package io.zkhelper.boot.election;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;

import io.zkhelper.election.ElectionState;
import io.zkhelper.election.Leadership;
import io.zkhelper.election.NotLeaderException;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for what callers get, by return type.
 */
class SkipContractTests {

	private final ElectionRunner runner = ElectionRunner.with(Jobs.class);

	@Test
	void followersSkipEachWithItsOwnNothing() {
		this.runner.run((context) -> {
			Jobs jobs = context.getBean(Jobs.class);
			jobs.nothing();
			assertThat(jobs.optional()).isEmpty();
			assertThat(jobs.stage().toCompletableFuture()).isCompletedWithValue(null);
			assertThat(jobs.future()).isCompletedWithValue(null);
			assertThat(jobs.plainFuture().get()).isNull();
			assertThat(jobs.boxed()).isNull();
			assertThat(jobs.mono().blockOptional()).isEmpty();
			assertThat(jobs.flux().collectList().block()).isEmpty();
			assertThat(jobs.ran()).isZero();
			assertThat(this.runner.outcomes()).hasSize(8).containsOnly(ExecutionOutcome.SKIPPED_OTHER_LEADS);
		});
	}

	@Test
	void theLeaderRunsEach() {
		this.runner.runAsLeader((context) -> {
			Jobs jobs = context.getBean(Jobs.class);
			jobs.nothing();
			assertThat(jobs.optional()).hasValue("done");
			assertThat(jobs.stage().toCompletableFuture()).isCompletedWithValue("done");
			assertThat(jobs.future()).isCompletedWithValue("done");
			assertThat(jobs.plainFuture().get()).isEqualTo("done");
			assertThat(jobs.mono().block()).isEqualTo("done");
			assertThat(jobs.flux().collectList().block()).containsExactly("done", "again");
			assertThat(this.runner.outcomes()).hasSize(7).containsOnly(ExecutionOutcome.EXECUTED);
			assertThat(ElectionRunner.election(context).works).isEmpty();
		});
	}

	@Test
	void followersThrowWhereAskedTo() {
		this.runner.run((context) -> {
			Jobs jobs = context.getBean(Jobs.class);
			assertThatExceptionOfType(NotLeaderException.class).isThrownBy(jobs::throwing)
				.withMessageContaining("'rival' leads")
				.satisfies((ex) -> assertThat(ex.leader()).contains(GrantableElection.RIVAL));
			assertThat(jobs.throwingFuture()).failsWithin(Duration.ZERO)
				.withThrowableThat()
				.withCauseInstanceOf(NotLeaderException.class);
			assertThatExceptionOfType(NotLeaderException.class).isThrownBy(() -> jobs.throwingMono().block());
		});
	}

	@Test
	void followersCallTheFallback() {
		this.runner.run((context) -> {
			assertThat(context.getBean(Jobs.class).answer("x", null)).isEqualTo("fallback for x");
			assertThat(context.getBean(Jobs.class).fallingBackMono().block()).isEqualTo("fallback");
			assertThat(this.runner.outcomes()).containsOnly(ExecutionOutcome.SKIPPED_OTHER_LEADS);
		});
	}

	@Test
	void whatIsThrownIsCountedAndPassedOn() {
		this.runner.runAsLeader((context) -> {
			Jobs jobs = context.getBean(Jobs.class);
			assertThatExceptionOfType(IllegalStateException.class).isThrownBy(jobs::failing);
			assertThat(jobs.failingFuture()).isCompletedExceptionally();
			assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> jobs.failingMono().block());
			assertThat(this.runner.outcomes()).hasSize(3).containsOnly(ExecutionOutcome.FAILED);
			assertThat(ElectionRunner.election(context).works).isEmpty();
		});
	}

	@Test
	void skipsSayWhy() {
		this.runner.run((context) -> {
			for (ElectionState state : List.of(ElectionState.IDLE, ElectionState.PAUSED, ElectionState.DRAINING,
					ElectionState.JOINING)) {
				ElectionRunner.election(context).stateIs(state, false);
				context.getBean(Jobs.class).nothing();
			}
			ElectionRunner.election(context).stateIs(ElectionState.FOLLOWING, true);
			context.getBean(Jobs.class).nothing();
			assertThat(this.runner.outcomes()).containsExactly(ExecutionOutcome.SKIPPED_NOT_JOINED,
					ExecutionOutcome.SKIPPED_PAUSED, ExecutionOutcome.SKIPPED_DRAINING,
					ExecutionOutcome.SKIPPED_DISCONNECTED, ExecutionOutcome.SKIPPED_DISCONNECTED);
		});
	}

	static class Jobs {

		private int ran;

		int ran() {
			return this.ran;
		}

		@LeaderOnly
		void nothing() {
			this.ran++;
		}

		@LeaderOnly
		Void boxed() {
			this.ran++;
			return null;
		}

		@LeaderOnly
		Optional<String> optional() {
			this.ran++;
			return Optional.of("done");
		}

		@LeaderOnly
		CompletionStage<String> stage() {
			return future();
		}

		@LeaderOnly
		CompletableFuture<String> future() {
			this.ran++;
			return CompletableFuture.completedFuture("done");
		}

		@LeaderOnly
		Future<String> plainFuture() {
			return future();
		}

		@LeaderOnly
		Mono<String> mono() {
			this.ran++;
			return Mono.just("done");
		}

		@LeaderOnly
		Flux<String> flux() {
			this.ran++;
			return Flux.just("done", "again");
		}

		@LeaderOnly(onSkip = OnSkip.THROW)
		int throwing() {
			return 1;
		}

		@LeaderOnly(onSkip = OnSkip.THROW)
		CompletableFuture<String> throwingFuture() {
			return future();
		}

		@LeaderOnly(onSkip = OnSkip.THROW)
		Mono<String> throwingMono() {
			return mono();
		}

		@LeaderOnly(fallbackMethod = "answerOfFollower")
		String answer(String question, Leadership leadership) {
			return "answer to " + question + " in term " + leadership.term();
		}

		private String answerOfFollower(String question) {
			return "fallback for " + question;
		}

		@LeaderOnly(fallbackMethod = "fallbackMono")
		Mono<String> fallingBackMono() {
			return mono();
		}

		Mono<String> fallbackMono() {
			return Mono.just("fallback");
		}

		@LeaderOnly
		void failing() {
			throw new IllegalStateException("failed");
		}

		@LeaderOnly
		CompletableFuture<String> failingFuture() {
			return CompletableFuture.failedFuture(new IllegalStateException("failed"));
		}

		@LeaderOnly
		Mono<String> failingMono() {
			return Mono.error(new IllegalStateException("failed"));
		}

	}

}
