package io.zkhelper.boot.election;

import java.util.List;

import javax.sql.DataSource;

import io.zkhelper.boot.guard.Advice;
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
import org.springframework.transaction.support.TransactionSynchronizationManager;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the place of the guard among other advice.
 */
class GuardOrderTests {

	private final ElectionRunner runner = ElectionRunner.with(Configuration.class, Job.class);

	@Test
	void standsInsideOfAsyncAndRetryAndOutsideOfTransactions() {
		this.runner.run((context) -> {
			List<String> advice = Advice.namesOf(context.getBean(Job.class));
			assertThat(advice).containsExactly("AnnotationAsyncExecutionInterceptor", "RetryAnnotationInterceptor",
					"@LeaderOnly", "TransactionInterceptor");
		});
	}

	@Test
	void commitsBeforeTheWorkIsDone() {
		this.runner.runAsLeader((context) -> {
			context.getBean(Job.class).inTransaction();
			assertThat(context.getBean(Job.class).sawTransaction()).isTrue();
			assertThat(this.runner.outcomes()).containsExactly(ExecutionOutcome.EXECUTED);
		});
	}

	@Test
	void skippedCallsOpenNoTransaction() {
		this.runner.run((context) -> {
			context.getBean(Job.class).inTransaction();
			assertThat(context.getBean(Job.class).sawTransaction()).isFalse();
		});
	}

	@Test
	void asksAgainForEachAttempt() {
		this.runner.runAsLeader((context) -> {
			context.getBean(Job.class).flaky();
			assertThat(this.runner.outcomes()).containsExactly(ExecutionOutcome.FAILED, ExecutionOutcome.EXECUTED);
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

		private boolean sawTransaction;

		private int attempts;

		@Async
		@Retryable
		@Transactional
		@LeaderOnly
		void all() {
		}

		@Transactional
		@LeaderOnly
		void inTransaction() {
			this.sawTransaction = TransactionSynchronizationManager.isActualTransactionActive();
		}

		@Retryable(delay = 1)
		@LeaderOnly
		void flaky() {
			if (++this.attempts < 2) {
				throw new IllegalStateException("again");
			}
		}

		boolean sawTransaction() {
			return this.sawTransaction;
		}

	}

}
