package io.zkhelper.boot.health;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.zkhelper.cell.CellClients;
import io.zkhelper.cell.CellView;
import io.zkhelper.session.ZkClient;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/**
 * Health of the connections to cells, from memory, each by the rules of
 * {@link SessionHealthIndicator}. A cell to which nothing has asked for a connection is
 * left out. One that is not needed is {@code UNKNOWN} with its details where it would be
 * {@code DOWN} or {@code OUT_OF_SERVICE}, so that who reads from it over HTTP can't take
 * the application out of service.
 *
 * @since 1.0.0
 */
public class CellsHealthContributor implements CompositeHealthContributor {

	private final CellClients cells;

	private final Predicate<String> needed;

	// Kept, since each remembers since when its connection is away
	private final Map<ZkClient, SessionHealthIndicator> sessions = new ConcurrentHashMap<>();

	/**
	 * Create the contributor.
	 * @param cells the connections that it shows
	 * @param needed whether the application depends on the cell of a name
	 */
	public CellsHealthContributor(CellClients cells, Predicate<String> needed) {
		this.cells = cells;
		this.needed = needed;
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
			.map((cell) -> new Entry(cell, indicator(cell)));
	}

	private HealthIndicator indicator(String cell) {
		SessionHealthIndicator session = sessionOf(cell);
		return this.needed.test(cell) ? session : () -> unlessUp(session.health());
	}

	private static Health unlessUp(Health health) {
		return health.getStatus().equals(Status.UP) ? health
				: Health.unknown().withDetails(health.getDetails()).build();
	}

	private SessionHealthIndicator sessionOf(String cell) {
		return this.sessions.computeIfAbsent(this.cells.client(cell), SessionHealthIndicator::new);
	}

}
