package io.zkhelper.boot.lock;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

import io.zkhelper.boot.election.LeaderElections;
import io.zkhelper.boot.election.LeaderOnly;
import io.zkhelper.boot.guard.Advice;
import io.zkhelper.election.LeaderElection;
import org.junit.jupiter.api.Test;

import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseBuilder;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseType;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.resilience.annotation.EnableResilientMethods;
import org.springframework.resilience.annotation.Retryable;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the place of locks among other advice.
 */
class LockOrderTests {

	private final LockRunner runner = LockRunner.with(Configuration.class, Job.class);

	@Test
	void standsInsideOfElectionsAndOutsideOfTransactions() {
		this.runner.run((context) -> assertThat(Advice.namesOf(context.getBean(Job.class))).containsExactly(
				"AnnotationAsyncExecutionInterceptor", "RetryAnnotationInterceptor", "@LeaderOnly",
				"@DistributedLocked", "TransactionInterceptor"));
	}

	@Test
	void followersDoNotAskForTheLock() {
		this.runner.withProperties("zkhelper.mode=off").run((context) -> {
			context.getBean(Job.class).asLeader();
			assertThat(this.runner.stub.asked).isEmpty();
		});
	}

	@Test
	void leadersRunUnderTheLock() {
		this.runner.run((context) -> {
			LeaderElection election = context.getBean(LeaderElections.class).join("default");
			election.start();
			assertThat(election.awaitLeadership(Duration.ofSeconds(5))).isPresent();
			context.getBean(Job.class).asLeader();
			assertThat(this.runner.stub.asked).containsExactly("job PT10S");
		});
	}

	@Test
	void commitsBeforeItLetsGo() {
		this.runner.run((context) -> {
			Job job = context.getBean(Job.class);
			job.inTransaction(this.runner.stub);
			assertThat(job.log()).containsExactly("committed while held: [job]");
			assertThat(this.runner.stub.held).isEmpty();
		});
	}

	@Test
	void skippedCallsOpenNoTransaction() {
		this.runner.stub.busy.add("job");
		this.runner.run((context) -> {
			Job job = context.getBean(Job.class);
			job.inTransaction(this.runner.stub);
			assertThat(job.log()).isEmpty();
		});
	}

	@Test
	void asksAgainForEachAttempt() {
		this.runner.run((context) -> {
			context.getBean(Job.class).flaky();
			assertThat(this.runner.stub.asked).containsExactly("job PT10S", "job PT10S");
			assertThat(this.runner.stub.held).isEmpty();
		});
	}

	@EnableAsync
	@EnableResilientMethods
	@EnableTransactionManagement
	static class Configuration {

		@Bean
		DataSource dataSource() {
			return new EmbeddedDatabaseBuilder().generateUniqueName(true).setType(EmbeddedDatabaseType.H2).build();
		}

		@Bean
		PlatformTransactionManager transactionManager(DataSource dataSource) {
			return new JdbcTransactionManager(dataSource);
		}

	}

	static class Job {

		private final List<String> log = new ArrayList<>();

		private int attempts;

		@Async
		@Retryable
		@Transactional
		@LeaderOnly
		@DistributedLocked("job")
		void all() {
		}

		@LeaderOnly
		@DistributedLocked("job")
		void asLeader() {
		}

		@Transactional
		@DistributedLocked("job")
		void inTransaction(StubLocks locks) {
			TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

				@Override
				public void afterCommit() {
					Job.this.log.add("committed while held: " + locks.held);
				}

			});
		}

		@Retryable(delay = 1)
		@DistributedLocked("job")
		void flaky() {
			if (++this.attempts < 2) {
				throw new IllegalStateException("again");
			}
		}

		List<String> log() {
			return this.log;
		}

	}

}
