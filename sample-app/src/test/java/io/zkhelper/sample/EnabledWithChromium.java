package io.zkhelper.sample;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Leaves the tests out, and says so, where there is no Chromium.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(EnabledWithChromium.Condition.class)
@interface EnabledWithChromium {

	/**
	 * Looks for the programs.
	 */
	class Condition implements ExecutionCondition {

		@Override
		public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
			if (Browser.chromium().isPresent() && Browser.driverProgram().isPresent()) {
				return ConditionEvaluationResult.enabled("Chromium and its driver are here");
			}
			String reason = "because chromium and chromedriver are not on the PATH";
			System.out.println("Left out " + context.getDisplayName() + ", " + reason);
			return ConditionEvaluationResult.disabled(reason);
		}

	}

}
