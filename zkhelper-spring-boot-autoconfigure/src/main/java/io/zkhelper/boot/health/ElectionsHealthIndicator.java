package io.zkhelper.boot.health;

import java.util.LinkedHashMap;
import java.util.Map;

import io.zkhelper.boot.election.LeaderElections;
import io.zkhelper.election.ElectionView;
import io.zkhelper.election.LeaderElection;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/**
 * Elections for those who look at health. Always up: following is healthy, and whether
 * there is a connection is said elsewhere.
 *
 * @since 1.0.0
 */
public class ElectionsHealthIndicator extends AbstractHealthIndicator {

	private final LeaderElections elections;

	/**
	 * Create the indicator.
	 * @param elections the elections that it shows
	 */
	public ElectionsHealthIndicator(LeaderElections elections) {
		this.elections = elections;
	}

	@Override
	protected void doHealthCheck(Health.Builder builder) {
		builder.up();
		this.elections.all().forEach((election) -> builder.withDetail(election.name(), details(election)));
	}

	private Map<String, Object> details(LeaderElection election) {
		ElectionView view = election.view();
		Map<String, Object> details = new LinkedHashMap<>();
		details.put("leading", election.isLeader());
		details.put("state", view.state());
		this.elections.cell(election.name()).ifPresent((cell) -> details.put("cell", cell));
		view.current().ifPresent((term) -> {
			details.put("leader", term.leader().id());
			details.put("term", term.number());
		});
		details.put("stale", view.stale());
		return details;
	}

}
