package io.zkhelper.boot.metrics;

import java.util.Optional;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.zkhelper.cell.CellClients;
import io.zkhelper.cell.CellView;
import io.zkhelper.session.SessionState;
import io.zkhelper.session.SessionView;

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
		this.cells.directory().cells().forEach((cell) -> bind(cell, registry));
	}

	private void bind(String cell, MeterRegistry registry) {
		Gauge.builder("zkhelper.cell.connected", this.cells, (cells) -> connected(cells, cell))
			.description("Whether there is a connection to a server of the cell that answers for a quorum")
			.tag("cell", cell)
			.register(registry);
		Gauge.builder("zkhelper.queue.sequence", this.cells, (cells) -> highestSequence(cells, cell))
			.description("Highest number of a node in a queue of this instance; servers stop at 2147483647")
			.tag("cell", cell)
			.register(registry);
	}

	private static double connected(CellClients cells, String cell) {
		return session(cells, cell).map((session) -> (session.state() == SessionState.CONNECTED) ? 1.0 : 0.0)
			.orElse(Double.NaN);
	}

	// Asks for a connection only if there is one
	private static double highestSequence(CellClients cells, String cell) {
		return session(cells, cell).filter((session) -> session.state() != SessionState.CLOSED)
			.map((session) -> (double) cells.client(cell).highestSequence())
			.orElse(Double.NaN);
	}

	private static Optional<SessionView> session(CellClients cells, String cell) {
		return cells.views().stream().filter((view) -> view.cell().equals(cell)).findFirst().flatMap(CellView::session);
	}

}
