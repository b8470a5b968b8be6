package io.zkhelper.boot.metrics;

import java.util.Locale;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.zkhelper.boot.election.Execution;
import io.zkhelper.boot.election.ExecutionListener;

import org.springframework.util.ClassUtils;

/**
 * Counts the calls of guarded methods, executed and skipped.
 *
 * @since 1.0.0
 */
public class ExecutionMetrics implements ExecutionListener {

	private final MeterRegistry registry;

	/**
	 * Create the meters.
	 * @param registry keeps the counters
	 */
	public ExecutionMetrics(MeterRegistry registry) {
		this.registry = registry;
	}

	@Override
	public void onExecution(Execution execution) {
		Counter.builder("zkhelper.executions")
			.description("Calls of guarded methods, by how they ended")
			.tag("election", execution.election())
			.tag("method",
					ClassUtils.getShortName(execution.method().getDeclaringClass()) + "."
							+ execution.method().getName())
			.tag("outcome", execution.outcome().name().toLowerCase(Locale.ROOT))
			.register(this.registry)
			.increment();
	}

}
