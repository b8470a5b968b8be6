package io.zkhelper.boot.health;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import io.zkhelper.cell.CellClients;
import io.zkhelper.cell.CellView;
import io.zkhelper.session.ZkClient;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.HealthContributor;

/**
 * Health of the connections to cells, from memory, each by the rules of
 * {@link SessionHealthIndicator}. A cell to which nothing has asked for a connection is
 * left out.
 *
 * @since 1.0.0
 */
public class CellsHealthContributor implements CompositeHealthContributor {

	private final CellClients cells;

	// Kept, since each remembers since when its connection is away
	private final Map<ZkClient, SessionHealthIndicator> sessions = new ConcurrentHashMap<>();

	/**
	 * Create the contributor.
	 * @param cells the connections that it shows
	 */
	public CellsHealthContributor(CellClients cells) {
		this.cells = cells;
	}

	@Override
	public @Nullable HealthContributor getContributor(String name) {
		return stream().filter((entry) -> entry.name().equals(name)).map(Entry::contributor).findFirst().orElse(null);
	}

	@Override
	public Stream<Entry> stream() {
		return this.cells.views()
			.stream()
			.filter((view) -> view.session().isPresent())
			.map(CellView::cell)
			.map((cell) -> new Entry(cell, sessionOf(cell)));
	}

	private SessionHealthIndicator sessionOf(String cell) {
		return this.sessions.computeIfAbsent(this.cells.client(cell), SessionHealthIndicator::new);
	}

}
