package io.zkhelper.boot.election;

import java.lang.reflect.Method;
import java.time.Duration;

/**
 * A call of a guarded method.
 *
 * @param election the name of the election
 * @param method the guarded method
 * @param outcome how the call ended
 * @param elapsed how long the method ran, zero if it was skipped
 * @since 1.0.0
 */
public record Execution(String election, Method method, ExecutionOutcome outcome, Duration elapsed) {
}
