package io.zkhelper.boot.autoconfigure.fence.jdbc;

import javax.sql.DataSource;

import io.zkhelper.boot.autoconfigure.InvalidPropertyException;
import io.zkhelper.boot.fence.jdbc.JdbcTemplateFence;
import io.zkhelper.claim.FencingToken;
import io.zkhelper.fence.Fence;
import io.zkhelper.fence.MemoryFence;
import io.zkhelper.fence.StaleLeaderException;
import org.junit.jupiter.api.Test;

import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link JdbcFenceAutoConfiguration} and the fence that it adds.
 */
class JdbcFenceAutoConfigurationTests {

	private static final FencingToken OLDER = new FencingToken(1, 0);

	private static final FencingToken NEWER = new FencingToken(2, 0);

	private final ApplicationContextRunner untouched = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class,
				DataSourceTransactionManagerAutoConfiguration.class, JdbcFenceAutoConfiguration.class))
		.withPropertyValues("spring.datasource.generate-unique-name=true");

	private final ApplicationContextRunner contextRunner = this.untouched
		.withPropertyValues("zkhelper.fence.jdbc.initialize-schema=embedded");

	@Test
	void refusesOlderTokensInTheCurrentTransaction() {
		this.contextRunner.run((context) -> {
			pass(context, NEWER);
			assertThatExceptionOfType(StaleLeaderException.class).isThrownBy(() -> pass(context, OLDER));
		});
	}

	@Test
	void aRollbackUndoesIt() {
		this.contextRunner.run((context) -> {
			transaction(context).executeWithoutResult((status) -> {
				context.getBean(Fence.class).pass("reports", NEWER);
				status.setRollbackOnly();
			});
			pass(context, OLDER);
		});
	}

	@Test
	void refusesToWorkOutsideOfATransaction() {
		this.contextRunner.run((context) -> assertThatIllegalStateException()
			.isThrownBy(() -> context.getBean(Fence.class).pass("reports", NEWER))
			.withMessageContaining("@Transactional"));
	}

	@Test
	void refusesToWorkInTheTransactionOfAnotherDatabase() {
		this.contextRunner.run((context) -> this.contextRunner
			.run((other) -> transaction(other).executeWithoutResult((status) -> assertThatIllegalStateException()
				.isThrownBy(() -> context.getBean(Fence.class).pass("reports", NEWER))
				.withMessageContaining("commits after each statement"))));
	}

	@Test
	void touchesNoDatabaseUnlessAskedTo() {
		this.untouched.run((context) -> assertThatExceptionOfType(BadSqlGrammarException.class)
			.isThrownBy(() -> pass(context, NEWER)));
	}

	@Test
	void theTableMayHaveAnotherName() {
		this.contextRunner.withPropertyValues("zkhelper.fence.jdbc.table=public.newest").run((context) -> {
			pass(context, NEWER);
			JdbcClient jdbc = JdbcClient.create(context.getBean(DataSource.class));
			assertThat(jdbc.sql("select token from newest where name = 'reports'").query(String.class).single())
				.isEqualTo(NEWER.toString());
		});
	}

	@Test
	void refusesATableThatIsNone() {
		this.contextRunner.withPropertyValues("zkhelper.fence.jdbc.table=a b")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(InvalidPropertyException.class)
				.hasMessageContaining("Property 'zkhelper.fence.jdbc.table' is 'a b'"));
	}

	@Test
	void backsOffForTheUsersFence() {
		this.contextRunner.withBean(Fence.class, MemoryFence::new)
			.run((context) -> assertThat(context).hasSingleBean(Fence.class)
				.doesNotHaveBean(JdbcTemplateFence.class)
				.doesNotHaveBean(FenceSchemaInitializer.class));
	}

	@Test
	void needsADataSource() {
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(JdbcFenceAutoConfiguration.class))
			.run((context) -> assertThat(context).doesNotHaveBean(Fence.class));
	}

	@Test
	void theSchemaIsInNativeImages() {
		RuntimeHints hints = new RuntimeHints();
		new JdbcFenceAutoConfiguration.SchemaHints().registerHints(hints, null);
		assertThat(RuntimeHintsPredicates.resource().forResource(FenceSchemaInitializer.SCHEMA)).accepts(hints);
	}

	private static void pass(AssertableApplicationContext context, FencingToken token) {
		transaction(context).executeWithoutResult((status) -> context.getBean(Fence.class).pass("reports", token));
	}

	private static TransactionTemplate transaction(AssertableApplicationContext context) {
		return new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
	}

}
