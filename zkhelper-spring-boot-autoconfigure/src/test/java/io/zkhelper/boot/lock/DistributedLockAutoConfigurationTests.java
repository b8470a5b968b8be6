package io.zkhelper.boot.lock;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import io.zkhelper.boot.autoconfigure.ZkHelperAutoConfiguration;
import io.zkhelper.boot.election.LeaderElectionAutoConfiguration;
import io.zkhelper.lock.DistributedLocks;
import io.zkhelper.lock.HeldLock;
import io.zkhelper.lock.LockDeadlockException;
import io.zkhelper.lock.LockOwner;
import io.zkhelper.lock.LockQueue;
import io.zkhelper.lock.LockTimeoutException;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link DistributedLockAutoConfiguration} without servers.
 */
class DistributedLockAutoConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(ZkHelperAutoConfiguration.class, LeaderElectionAutoConfiguration.class,
				DistributedLockAutoConfiguration.class));

	@Test
	void backsOffWhenTheUserDefinesLocks() {
		DistributedLocks locks = mock(DistributedLocks.class);
		this.runner.withPropertyValues("zkhelper.connect-string=localhost:1")
			.withBean(DistributedLocks.class, () -> locks)
			.run((context) -> assertThat(context.getBean(DistributedLocks.class)).isSameAs(locks));
	}

	@Test
	void startsWhileTheServersAreAway() {
		this.runner.withPropertyValues("zkhelper.connect-string=localhost:1").withBean(Job.class).run((context) -> {
			assertThat(context.getBean(DistributedLocks.class).local()).isEmpty();
			assertThat(context.getBean(Job.class).look()).isEqualTo("skipped");
		});
	}

	@Test
	void alwaysHasFreeLocksAsTheOnlyInstance() {
		this.runner.withPropertyValues("zkhelper.mode=single", "zkhelper.participant.id=me")
			.withBean(Job.class)
			.run((context) -> {
				DistributedLocks locks = context.getBean(DistributedLocks.class);
				assertThat(context.getBean(Job.class).run(locks)).isEqualTo("me");
				assertThat(locks.local()).isEmpty();
			});
	}

	@Test
	void excludesThreadsOfTheOnlyInstance() {
		this.runner.withPropertyValues("zkhelper.mode=single").withBean(Job.class).run((context) -> {
			CompletableFuture<HeldLock> other = context.getBean(DistributedLocks.class)
				.get("job")
				.acquireAsync()
				.toCompletableFuture();
			assertThat(other).succeedsWithin(Duration.ofSeconds(5));
			assertThat(context.getBean(Job.class).look()).isEqualTo("skipped");
			other.join().close();
			assertThat(context.getBean(Job.class).look()).isEqualTo("ran");
		});
	}

	@Test
	void doesNotWaitForItsOwnThread() {
		this.runner.withPropertyValues("zkhelper.mode=single").withBean(Job.class).run((context) -> {
			Job job = context.getBean(Job.class);
			assertThatExceptionOfType(LockDeadlockException.class).isThrownBy(() -> job.nested(job))
				.withMessageContaining("'job'");
			assertThat(context.getBean(DistributedLocks.class).local()).isEmpty();
		});
	}

	@Test
	void skipsEverythingWhenOff() {
		this.runner.withPropertyValues("zkhelper.mode=off").withBean(Job.class).run((context) -> {
			Job job = context.getBean(Job.class);
			assertThat(job.look()).isEqualTo("skipped");
			assertThat(job.mono().blockOptional()).isEmpty();
			assertThatExceptionOfType(LockTimeoutException.class).isThrownBy(() -> job.run(null))
				.withMessageContaining("zkhelper.mode=off");
		});
	}

	@Test
	void refusesAModeThatDoesNotExist() {
		this.runner.withPropertyValues("zkhelper.mode=both")
			.run((context) -> assertThat(context.getStartupFailure()).rootCause().hasMessageContaining("both"));
	}

	static class Job {

		@DistributedLocked(value = "job", onBusy = OnBusy.THROW)
		String run(DistributedLocks locks) {
			LockQueue queue = locks.inspect("job").toCompletableFuture().join();
			LockOwner owner = queue.first().flatMap(LockQueue.Place::owner).orElseThrow();
			assertThat(owner.description()).endsWith("Job.run");
			return owner.process().instance();
		}

		@DistributedLocked(value = "job", waitFor = "0s", fallbackMethod = "skipped")
		String look() {
			return "ran";
		}

		@DistributedLocked("job")
		void nested(Job self) {
			self.mayNotRun();
		}

		@DistributedLocked("job")
		void mayNotRun() {
			throw new AssertionError("Entered twice");
		}

		String skipped() {
			return "skipped";
		}

		@DistributedLocked("job")
		Mono<String> mono() {
			return Mono.just("ran");
		}

	}

}
