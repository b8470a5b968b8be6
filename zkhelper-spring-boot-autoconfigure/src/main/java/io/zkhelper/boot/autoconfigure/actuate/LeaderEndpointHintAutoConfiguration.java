package io.zkhelper.boot.autoconfigure.actuate;

import io.zkhelper.boot.actuate.LeaderEndpoint;
import io.zkhelper.boot.election.LeaderElections;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * Says once which property exposes the endpoint, where it is not exposed.
 *
 * @since 1.0.0
 */
@AutoConfiguration(after = LeaderEndpointAutoConfiguration.class)
@ConditionalOnClass({ Endpoint.class, ConditionalOnAvailableEndpoint.class })
@ConditionalOnWebApplication
@ConditionalOnBean(LeaderElections.class)
@ConditionalOnMissingBean(LeaderEndpoint.class)
public final class LeaderEndpointHintAutoConfiguration {

	private static final Logger logger = LoggerFactory.getLogger(LeaderEndpoint.class);

	@Bean
	ApplicationListener<ApplicationReadyEvent> leaderEndpointHint(Environment environment) {
		String access = environment.getProperty("management.endpoint.leader.access", "");
		return (event) -> {
			if (!access.equalsIgnoreCase(Access.NONE.name())) {
				logger.info("The endpoint that shows who leads is not exposed. To see /actuator/leader, set "
						+ "management.endpoints.web.exposure.include=health,leader");
			}
		};
	}

}
