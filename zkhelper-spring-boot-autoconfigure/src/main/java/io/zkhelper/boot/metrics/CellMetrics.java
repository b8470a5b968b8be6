package io.zkhelper.boot.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.zkhelper.cell.CellClients;
import io.zkhelper.session.SessionState;

/**
 * Meters of the connections to the cells that are known at start-up. A cell to which
 * nothing has asked for a connection has the value NaN.
 *
 * @since 1.0.0
 */
public class CellMetrics implements MeterBinder {

	private final CellClients cells;

	/**
	 * Create the meters.
	 * @param cells the connections
	 */
	public CellMetrics(CellClients cells) {
		this.cells = cells;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		this.cells.directory()
			.cells()
			.forEach((cell) -> Gauge.builder("zkhelper.cell.connected", this.cells, (cells) -> connected(cells, cell))
				.description("Whether there is a connection to a server of the cell that answers for a quorum")
				.tag("cell", cell)
				.register(registry));
	}

	private static double connected(CellClients cells, String cell) {
		return cells.views()
			.stream()
			.filter((view) -> view.cell().equals(cell))
			.flatMap((view) -> view.session().stream())
			.mapToDouble((session) -> (session.state() == SessionState.CONNECTED) ? 1 : 0)
			.findFirst()
			.orElse(Double.NaN);
	}

}
