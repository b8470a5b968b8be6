package io.zkhelper.boot.election;

import io.zkhelper.boot.guard.Refusals;
import org.junit.jupiter.api.Test;

import org.springframework.aop.framework.ProxyFactory;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.context.annotation.Bean;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what is refused at start-up.
 */
class GuardRefusalTests {

	@Test
	void refusesAReturnTypeThatCannotSayNothing() {
		FailureAnalysis analysis = analyze(ReturnsNumber.class);
		assertThat(analysis.getDescription()).contains("ReturnsNumber.count()", "no empty value", "'int'");
		assertThat(analysis.getAction()).contains("onSkip = OnSkip.THROW", "fallbackMethod");
	}

	@Test
	void refusesAPrivateMethod() {
		assertThat(analyze(Private.class).getDescription()).contains("Private.run()", "private or static");
	}

	@Test
	void refusesAStaticMethod() {
		assertThat(analyze(Static.class).getDescription()).contains("Static.run()", "private or static");
	}

	@Test
	void refusesAFinalMethod() {
		assertThat(analyze(Final.class).getDescription()).contains("Final.run()", "final method");
	}

	@Test
	void refusesAFinalMethodOfAGuardedClass() {
		assertThat(analyze(GuardedWithFinal.class).getDescription()).contains("GuardedWithFinal.run()");
	}

	@Test
	void refusesAFinalClass() {
		FailureAnalysis analysis = analyze(FinalClass.class);
		assertThat(analysis.getDescription()).contains("FinalClass", "final class");
		assertThat(analysis.getAction()).contains("Remove 'final'");
	}

	@Test
	void refusesAMethodThatOnlyAProxyImplements() {
		assertThat(analyze(RepositoryConfiguration.class).getDescription()).contains("Repository.purge()",
				"'" + SimpleEntities.class.getName() + "' does not implement it");
	}

	@Test
	void refusesAMissingFallback() {
		FailureAnalysis analysis = analyze(NoFallback.class);
		assertThat(analysis.getDescription()).contains("no fitting fallbackMethod 'other'");
		assertThat(analysis.getAction()).contains("Declare 'String other(int)'");
	}

	@Test
	void refusesAFallbackOfAnotherType() {
		assertThat(analyze(WrongFallback.class).getDescription()).contains("no fitting fallbackMethod 'other'");
	}

	@Test
	void refusesTwoChoices() {
		assertThat(analyze(TwoChoices.class).getDescription()).contains("both a fallbackMethod and onSkip = THROW");
	}

	@Test
	void refusesAnOverlongName() {
		ElectionRunner.with(Named.class).withProperties("name=" + "x".repeat(201)).run((context) -> {
			FailureAnalysis analysis = Refusals.analyze(context.getStartupFailure());
			assertThat(analysis.getDescription()).contains("must not be over 200 bytes", "has 201");
		});
	}

	@Test
	void refusesAMethodThatAProxyByInterfaceCannotSee() {
		ElectionRunner.with(OffInterface.class)
			.withProperties("spring.aop.proxy-target-class=false")
			.run((context) -> assertThat(Refusals.analyze(context.getStartupFailure()).getDescription())
				.contains("OffInterface.other()", "no interface"));
	}

	private static FailureAnalysis analyze(Class<?> bean) {
		return Refusals.analyze(ElectionRunner.failureOf(bean));
	}

	static class ReturnsNumber {

		@LeaderOnly
		int count() {
			return 1;
		}

	}

	static class Private {

		@LeaderOnly
		private void run() {
		}

	}

	static class Static {

		@LeaderOnly
		static void run() {
		}

	}

	static class Final {

		@LeaderOnly
		final void run() {
		}

	}

	@LeaderOnly
	static class GuardedWithFinal {

		public final void run() {
		}

	}

	static final class FinalClass {

		@LeaderOnly
		void run() {
		}

	}

	static class NoFallback {

		@LeaderOnly(fallbackMethod = "other")
		String answer(int number) {
			return "";
		}

	}

	static class WrongFallback {

		@LeaderOnly(fallbackMethod = "other")
		String answer() {
			return "";
		}

		int other() {
			return 1;
		}

	}

	static class TwoChoices {

		@LeaderOnly(fallbackMethod = "other", onSkip = OnSkip.THROW)
		String answer() {
			return "";
		}

		String other() {
			return "";
		}

	}

	static class Named {

		@LeaderOnly("${name}")
		void run() {
		}

	}

	static class OffInterface implements Runnable {

		@Override
		@LeaderOnly
		public void run() {
		}

		@LeaderOnly
		public void other() {
		}

	}

	interface Entities {

	}

	interface Repository extends Entities {

		@LeaderOnly
		void purge();

	}

	/** Makes a bean of an interface alone, as Spring Data does. */
	static class RepositoryConfiguration {

		@Bean
		Repository repository() {
			ProxyFactory factory = new ProxyFactory(new SimpleEntities());
			factory.setInterfaces(Repository.class);
			return (Repository) factory.getProxy();
		}

	}

	static class SimpleEntities implements Entities {

	}

}
