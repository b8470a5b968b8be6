package io.zkhelper.boot.guard;

import java.util.function.Consumer;

import org.springframework.aot.test.generate.TestGenerationContext;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.test.tools.TestCompiler;

/**
 * Runs a context that was generated ahead of time.
 */
public final class AheadOfTime {

	private AheadOfTime() {
	}

	@SuppressWarnings("unchecked")
	public static void run(TestPropertyValues properties, Consumer<GenericApplicationContext> consumer,
			Class<?>... components) {
		TestGenerationContext generation = new TestGenerationContext();
		AnnotationConfigApplicationContext original = new AnnotationConfigApplicationContext();
		properties.applyTo(original);
		original.register(components);
		var initializer = new ApplicationContextAotGenerator().processAheadOfTime(original, generation);
		generation.writeGeneratedContent();
		TestCompiler.forSystem().with(generation).compile((compiled) -> {
			try (GenericApplicationContext context = new GenericApplicationContext()) {
				properties.applyTo(context);
				compiled.getInstance(ApplicationContextInitializer.class, initializer.reflectionName())
					.initialize(context);
				context.refresh();
				consumer.accept(context);
			}
		});
	}

}
