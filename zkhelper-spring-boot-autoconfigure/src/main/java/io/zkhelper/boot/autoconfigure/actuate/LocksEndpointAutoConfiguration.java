package io.zkhelper.boot.autoconfigure.actuate;

import java.util.Optional;

import io.zkhelper.boot.actuate.LocksEndpoint;
import io.zkhelper.boot.actuate.LocksEndpointWebExtension;
import io.zkhelper.boot.lock.CellLocks;
import io.zkhelper.boot.lock.DistributedLockAutoConfiguration;
import io.zkhelper.lock.DistributedLocks;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;

/**
 * Adds the endpoint {@code locks} where it is exposed.
 *
 * @since 1.0.0
 */
@AutoConfiguration(after = DistributedLockAutoConfiguration.class)
@ConditionalOnClass({ Endpoint.class, ConditionalOnAvailableEndpoint.class })
@Conditional(OnLocksCondition.class)
@ConditionalOnAvailableEndpoint(LocksEndpoint.class)
public final class LocksEndpointAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	LocksEndpoint locksEndpoint(@Nullable DistributedLocks locks, ObjectProvider<CellLocks> cells) {
		return new LocksEndpoint(locks, () -> Optional.ofNullable(cells.getIfAvailable()));
	}

	@Bean
	@ConditionalOnMissingBean
	LocksEndpointWebExtension locksEndpointWebExtension(LocksEndpoint endpoint) {
		return new LocksEndpointWebExtension(endpoint);
	}

}
