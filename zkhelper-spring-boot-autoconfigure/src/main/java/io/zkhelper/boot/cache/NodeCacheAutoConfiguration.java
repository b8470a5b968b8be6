package io.zkhelper.boot.cache;

import io.zkhelper.boot.autoconfigure.ZkHelperAutoConfiguration;
import io.zkhelper.boot.cell.CellAutoConfiguration;
import io.zkhelper.cache.NodeCache;
import io.zkhelper.cell.CellClients;
import io.zkhelper.session.ZkClient;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Lazy;
import org.springframework.util.function.SingletonSupplier;

/**
 * Auto-configuration of the read cache, which is made when something refers to it.
 *
 * @since 1.0.0
 */
@AutoConfiguration(after = { ZkHelperAutoConfiguration.class, CellAutoConfiguration.class })
@Conditional(OnConnectionsCondition.class)
@EnableConfigurationProperties(CacheProperties.class)
public final class NodeCacheAutoConfiguration {

	private static final String OWN = "default";

	NodeCacheAutoConfiguration() {
	}

	@Bean
	@ConditionalOnMissingBean
	NodeCaches nodeCaches(CacheProperties properties, ObjectProvider<NodeCacheListener> listeners) {
		return new NodeCaches(properties.options(), listeners.orderedStream().toList());
	}

	// Closed with all the others
	@Lazy
	@Bean(destroyMethod = "")
	@ConditionalOnMissingBean
	@ConditionalOnBean(ZkClient.class)
	NodeCache nodeCache(NodeCaches caches, ZkClient client) {
		return caches.of(OWN, client);
	}

	@Bean
	@ConditionalOnMissingBean
	ZnodeRoute znodeRoute(ObjectProvider<CellClients> clients) {
		return new CellRoute(clients);
	}

	// Looks the cache up once, not for each request
	@Lazy
	@Bean
	@ConditionalOnMissingBean
	ZnodeReader znodeReader(CacheProperties properties, ObjectProvider<NodeCache> own, NodeCaches caches,
			ZnodeRoute route) {
		return new ZnodeReader(properties, SingletonSupplier.of(own::getIfAvailable), caches, route);
	}

}
