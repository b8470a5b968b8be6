package io.zkhelper.boot.autoconfigure.actuate;

import io.zkhelper.boot.actuate.LeaderEndpoint;
import io.zkhelper.boot.actuate.LeaderEndpointWebExtension;
import io.zkhelper.boot.election.LeaderElectionAutoConfiguration;
import io.zkhelper.boot.election.LeaderElections;
import io.zkhelper.cell.CellClients;
import io.zkhelper.session.ZkClient;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;

/**
 * Adds the endpoint {@code leader} where it is exposed.
 *
 * @since 1.0.0
 */
@AutoConfiguration(after = LeaderElectionAutoConfiguration.class)
@ConditionalOnClass({ Endpoint.class, ConditionalOnAvailableEndpoint.class })
@ConditionalOnBean(LeaderElections.class)
@ConditionalOnAvailableEndpoint(LeaderEndpoint.class)
public final class LeaderEndpointAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	LeaderEndpoint leaderEndpoint(LeaderElections elections, ObjectProvider<ZkClient> client,
			ObjectProvider<CellClients> cells, ApplicationEventPublisher publisher) {
		return new LeaderEndpoint(elections, client.getIfAvailable(), cells.getIfAvailable(), publisher);
	}

	@Bean
	@ConditionalOnMissingBean
	LeaderEndpointWebExtension leaderEndpointWebExtension(LeaderEndpoint endpoint) {
		return new LeaderEndpointWebExtension(endpoint);
	}

}
