package io.zkhelper.boot.cache;

import java.time.Duration;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.zkhelper.boot.actuate.ZnodesEndpoint;
import io.zkhelper.boot.autoconfigure.InvalidPropertyException;
import io.zkhelper.boot.autoconfigure.ZkHelperAutoConfiguration;
import io.zkhelper.boot.autoconfigure.actuate.ZnodesEndpointAutoConfiguration;
import io.zkhelper.boot.metrics.CacheMetrics;
import io.zkhelper.cache.CacheOptions;
import io.zkhelper.cache.NodeCache;
import io.zkhelper.session.ZkClient;
import io.zkhelper.session.ZkClientOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link NodeCacheAutoConfiguration}, {@link ZnodesEndpointAutoConfiguration}
 * and {@link CacheMetrics}.
 */
class NodeCacheAutoConfigurationTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(ZkHelperAutoConfiguration.class, NodeCacheAutoConfiguration.class,
				ZnodesEndpointAutoConfiguration.class))
		.withPropertyValues("zkhelper.connect-string=localhost:1", "management.endpoints.web.exposure.include=*",
				"management.endpoints.jmx.exposure.include=*");

	@Test
	void isOneCacheForAll() {
		this.contextRunner.run((context) -> {
			assertThat(context).hasSingleBean(NodeCache.class);
			assertThat(context.getBean(NodeCaches.class).of("default", context.getBean(ZkClient.class)))
				.isSameAs(context.getBean(NodeCache.class));
		});
	}

	@Test
	void backsOffWhenTheUserDefinesACache() {
		try (ZkClient client = ZkClient.connect(ZkClientOptions.of("localhost:1"))) {
			NodeCache own = NodeCache.on(client, CacheOptions.DEFAULT);
			this.contextRunner.withBean("own", NodeCache.class, () -> own)
				.run((context) -> assertThat(context.getBean(NodeCache.class)).isSameAs(own));
		}
	}

	@Test
	void isNotThereWithoutZooKeeper() {
		this.contextRunner.withPropertyValues("zkhelper.mode=single", "management.endpoint.znodes.access=READ_ONLY")
			.run((context) -> assertThat(context).doesNotHaveBean(NodeCache.class)
				.doesNotHaveBean(ZnodesEndpoint.class));
	}

	@Test
	void nobodyHasAccessByDefault() {
		this.contextRunner.withPropertyValues("zkhelper.cache.paths=/config")
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(ZnodesEndpoint.class));
	}

	@Test
	void accessNeedsAListOfPaths() {
		ApplicationContextRunner withAccess = this.contextRunner
			.withPropertyValues("management.endpoint.znodes.access=READ_ONLY");
		withAccess.withPropertyValues("zkhelper.cache.paths=/config")
			.run((context) -> assertThat(context).hasSingleBean(ZnodesEndpoint.class));
		withAccess.run((context) -> assertThat(context).getFailure()
			.rootCause()
			.isInstanceOf(InvalidPropertyException.class)
			.hasMessageContaining("Property 'zkhelper.cache.paths' is ''"));
	}

	@Test
	void accessToAllEndpointsIsNoneWithoutAList() {
		ApplicationContextRunner withAccess = this.contextRunner
			.withPropertyValues("management.endpoints.access.default=UNRESTRICTED");
		withAccess.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(ZnodesEndpoint.class));
		withAccess.withPropertyValues("zkhelper.cache.paths[0]=/config")
			.run((context) -> assertThat(context).hasSingleBean(ZnodesEndpoint.class));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
			zkhelper.cache.paths=config        | 'config' is not a valid path
			zkhelper.cache.max-paths=0         | must be at least 1
			zkhelper.cache.max-entries=-1      | must be at least 1
			zkhelper.cache.refresh-after=0s    | must be positive
			zkhelper.cache.max-staleness=-1s   | must not be negative
			""")
	void namesThePropertyThatCanNotWork(String property, String expected) {
		this.contextRunner.withPropertyValues(property)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(InvalidPropertyException.class)
				.hasMessageContaining("'" + property.split("=")[0] + "'")
				.hasMessageContaining(expected));
	}

	@Test
	void hasMetersFromTheFirstUseOn() {
		MeterRegistry registry = new SimpleMeterRegistry();
		this.contextRunner.withBean(CacheMetrics.class, () -> new CacheMetrics(registry)).run((context) -> {
			assertThat(registry.getMeters()).isEmpty();
			NodeCache cache = context.getBean(NodeCache.class);
			assertThat(cache.node("/a")).failsWithin(Duration.ofSeconds(10));
			assertThat(count(registry, "reads")).isOne();
			assertThat(count(registry, "errors")).isOne();
			assertThat(count(registry, "hits") + count(registry, "stale.reads") + count(registry, "not.found")
					+ count(registry, "server.reads"))
				.isZero();
			assertThat(registry.get("zkhelper.cache.entries").tag("cell", "default").gauge().value()).isZero();
		});
	}

	private static double count(MeterRegistry registry, String name) {
		return registry.get("zkhelper.cache." + name).tag("cell", "default").functionCounter().count();
	}

}
