package io.zkhelper.boot.testcontainers;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Optional;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testcontainers.DockerClientFactory;

/**
 * Leaves the tests out, and says so, where no container can be started.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(EnabledWithDocker.Condition.class)
@interface EnabledWithDocker {

	/**
	 * Looks for the engine.
	 */
	class Condition implements ExecutionCondition {

		@Override
		public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
			return obstacle().map((reason) -> leftOut(context, reason))
				.orElseGet(() -> ConditionEvaluationResult.enabled("a Docker engine answers"));
		}

		private static ConditionEvaluationResult leftOut(ExtensionContext context, String reason) {
			System.out.println("Left out " + context.getDisplayName() + ", because " + reason);
			return ConditionEvaluationResult.disabled(reason);
		}

		private static Optional<String> obstacle() {
			if (Containers.haveNoHost()) {
				return Optional.of(Containers.NO_HOST);
			}
			boolean available = DockerClientFactory.instance().isDockerAvailable();
			return available ? Optional.empty() : Optional.of("no Docker engine answers");
		}

	}

}
