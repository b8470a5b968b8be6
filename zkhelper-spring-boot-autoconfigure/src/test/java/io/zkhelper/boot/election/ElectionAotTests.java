package io.zkhelper.boot.election;

import java.util.function.Consumer;

import io.zkhelper.boot.autoconfigure.ZkHelperAutoConfiguration;
import org.junit.jupiter.api.Test;

import org.springframework.aop.support.AopUtils;
import org.springframework.aot.test.generate.TestGenerationContext;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.test.tools.CompileWithForkedClassLoader;
import org.springframework.core.test.tools.TestCompiler;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for beans that were generated ahead of time.
 */
class ElectionAotTests {

	private static final TestPropertyValues PROPERTIES = TestPropertyValues.of("zkhelper.mode=off",
			"zkhelper.elections.reports.observer=true");

	@Test
	@CompileWithForkedClassLoader
	void guardsAndInjectsAsBefore() {
		runGenerated((context) -> {
			assertThat(AopUtils.isCglibProxy(context.getBean(ElectionLifecycleTests.Job.class))).isTrue();
			assertThat(context.getBean(ElectionBeansTests.Injected.class).election().name()).isEqualTo("default");
			assertThat(context.getBean(ElectionBeansTests.Qualified.class).election().name()).isEqualTo("reports");
			assertThat(context.getBean(LeaderElections.class).names()).containsExactly("default", "reports");
		});
	}

	@SuppressWarnings("unchecked")
	private static void runGenerated(Consumer<GenericApplicationContext> consumer) {
		TestGenerationContext generation = new TestGenerationContext();
		AnnotationConfigApplicationContext original = new AnnotationConfigApplicationContext();
		PROPERTIES.applyTo(original);
		original.register(ZkHelperAutoConfiguration.class, LeaderElectionAutoConfiguration.class,
				ElectionLifecycleTests.Job.class, ElectionBeansTests.Injected.class,
				ElectionBeansTests.Qualified.class);
		var initializer = new ApplicationContextAotGenerator().processAheadOfTime(original, generation);
		generation.writeGeneratedContent();
		TestCompiler.forSystem().with(generation).compile((compiled) -> {
			try (GenericApplicationContext context = new GenericApplicationContext()) {
				PROPERTIES.applyTo(context);
				compiled.getInstance(ApplicationContextInitializer.class, initializer.reflectionName())
					.initialize(context);
				context.refresh();
				consumer.accept(context);
			}
		});
	}

}
