package io.zkhelper.boot.metrics;

import java.time.Duration;
import java.util.Locale;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.zkhelper.boot.lock.CellLockListener;
import io.zkhelper.lock.LockListener;
import io.zkhelper.lock.LockOutcome;

/**
 * Meters of locks. Locks are told apart by their templates, since there may be a name for
 * each order of a shop.
 *
 * @since 1.0.0
 */
public class LockMetrics implements CellLockListener {

	/** Stands for all locks without a template: those that no annotation names. */
	private static final String WITHOUT_TEMPLATE = "other";

	private static final String OWN = "default";

	private final MeterRegistry registry;

	private final String cell;

	/**
	 * Create the meters.
	 * @param registry keeps the timers
	 */
	public LockMetrics(MeterRegistry registry) {
		this(registry, OWN);
	}

	private LockMetrics(MeterRegistry registry, String cell) {
		this.registry = registry;
		this.cell = cell;
	}

	@Override
	public LockListener in(String cell) {
		return new LockMetrics(this.registry, cell);
	}

	@Override
	public void onAttempt(String lock, LockOutcome outcome, Duration took) {
		Timer.builder("zkhelper.lock.acquire")
			.description("Attempts to take locks, by how they ended")
			.tag("lock", tag(lock))
			.tag("cell", this.cell)
			.tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
			.register(this.registry)
			.record(took);
	}

	@Override
	public void onHoldEnded(String lock, Duration held) {
		Timer.builder("zkhelper.lock.held")
			.description("How long locks were held")
			.tag("lock", tag(lock))
			.tag("cell", this.cell)
			.register(this.registry)
			.record(held);
	}

	private static String tag(String lock) {
		return lock.isEmpty() ? WITHOUT_TEMPLATE : lock;
	}

}
