package io.zkhelper.boot.autoconfigure.health;

import java.util.LinkedHashMap;
import java.util.Map;

import io.zkhelper.boot.election.LeaderElectionAutoConfiguration;
import io.zkhelper.boot.election.LeaderElections;
import io.zkhelper.boot.health.CellsHealthContributor;
import io.zkhelper.boot.health.ElectionsHealthIndicator;
import io.zkhelper.boot.health.SessionHealthIndicator;
import io.zkhelper.boot.lock.CellLocks;
import io.zkhelper.cell.CellClients;
import io.zkhelper.session.ZkClient;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.context.annotation.Bean;

/**
 * Adds {@code zkhelper} to health, with {@code session} and {@code cells} where there are
 * connections, and {@code elections}.
 *
 * @since 1.0.0
 */
@AutoConfiguration(after = LeaderElectionAutoConfiguration.class)
@ConditionalOnClass({ HealthContributor.class, ConditionalOnEnabledHealthIndicator.class })
@ConditionalOnBean(LeaderElections.class)
@ConditionalOnEnabledHealthIndicator("zkhelper")
public final class ZkHelperHealthContributorAutoConfiguration {

	// The name of the bean makes the name in the answer
	@Bean
	@ConditionalOnMissingBean(name = { "zkhelperHealthContributor", "zkhelperHealthIndicator" })
	CompositeHealthContributor zkhelperHealthContributor(ObjectProvider<ZkClient> client,
			ObjectProvider<CellClients> cells, LeaderElections elections, ObjectProvider<CellLocks> locks) {
		Map<String, HealthContributor> parts = new LinkedHashMap<>();
		client.ifAvailable((present) -> parts.put("session", new SessionHealthIndicator(present)));
		cells.ifAvailable((present) -> parts.put("cells",
				new CellsHealthContributor(present, (cell) -> isNeeded(cell, elections, locks))));
		parts.put("elections", new ElectionsHealthIndicator(elections));
		return CompositeHealthContributor.fromMap(parts);
	}

	private static boolean isNeeded(String cell, LeaderElections elections, ObjectProvider<CellLocks> locks) {
		return elections.names().stream().flatMap((name) -> elections.cell(name).stream()).anyMatch(cell::equals)
				|| locks.stream().anyMatch((present) -> present.all().containsKey(cell));
	}

}
