package io.zkhelper.fence;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Leaves the tests out, and says so, where PostgreSQL is not installed.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(EnabledWithPostgres.Condition.class)
@interface EnabledWithPostgres {

	/**
	 * Looks for the programs.
	 */
	class Condition implements ExecutionCondition {

		@Override
		public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
			if (PostgresServer.programs().isPresent()) {
				return ConditionEvaluationResult.enabled("PostgreSQL is here");
			}
			String reason = "because there is no PostgreSQL below " + PostgresServer.HOME;
			System.out.println("Left out " + context.getDisplayName() + ", " + reason);
			return ConditionEvaluationResult.disabled(reason);
		}

	}

}
