package io.zkhelper.boot.autoconfigure;

import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

import io.zkhelper.session.ZkClientOptions;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Properties of the connection.
 *
 * @param mode How the application takes part in elections and locks.
 * @param connectString Servers of the ensemble, as 'host1:2181,host2:2181/chroot'.
 * Required unless everything names a cell.
 * @param root Node below which everything lives.
 * @param sessionTimeout Session timeout to ask the servers for. Shorter means a faster
 * failover after a crash, and a shorter pause or outage that a leader survives.
 * @param tickTime Tick time of the servers, which clients can't see. Leases are computed
 * from it.
 * @param security Who the application is to the servers.
 * @since 1.0.0
 */
@ConfigurationProperties("zkhelper")
public record ZkHelperProperties(@DefaultValue("cluster") Mode mode, @Nullable String connectString,
		@DefaultValue("/zkhelper") String root, @DefaultValue("12s") Duration sessionTimeout,
		@DefaultValue("2s") Duration tickTime, @DefaultValue Security security) {

	private static final ZkClientOptions ANYWHERE = ZkClientOptions.of("localhost");

	public ZkHelperProperties {
		if (connectString != null && !connectString.isBlank()) {
			accept("zkhelper.connect-string", connectString, ZkClientOptions::of,
					"Write 'host1:2181,host2:2181,host3:2181', with an optional '/chroot' once at the end.");
		}
		accept("zkhelper.root", root, ANYWHERE::withRoot, "Name a node of its own, such as '/zkhelper'.");
		requirePositive("zkhelper.session-timeout", sessionTimeout);
		requirePositive("zkhelper.tick-time", tickTime);
	}

	private static void accept(String property, String value, Consumer<String> reader, String remedy) {
		try {
			reader.accept(value);
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidPropertyException(property, value, String.valueOf(ex.getMessage()), remedy);
		}
	}

	private static void requirePositive(String property, Duration value) {
		if (value.isNegative() || value.isZero()) {
			throw new InvalidPropertyException(property, value, "it must be positive",
					"Set it to a positive duration such as '12s'.");
		}
	}

	/**
	 * Properties of the credentials.
	 *
	 * @param scheme Authentication scheme, such as 'digest'.
	 * @param credentials What proves it, 'user:password' for the scheme 'digest'. When
	 * set, nobody else may touch the nodes that the application creates.
	 * @param clientProperties Settings of the ZooKeeper client, such as
	 * 'zookeeper.ssl.trustStore.location'.
	 */
	public record Security(@Nullable String scheme, @Nullable String credentials,
			@DefaultValue Map<String, String> clientProperties) {

		public Security {
			clientProperties = Map.copyOf(clientProperties);
			if ((scheme == null) != (credentials == null)) {
				String missing = (scheme == null) ? "scheme" : "credentials";
				throw new InvalidPropertyException("zkhelper.security." + missing, "",
						"'scheme' and 'credentials' need each other",
						"Set both of 'zkhelper.security.scheme' and 'zkhelper.security.credentials', or none.");
			}
		}

		@Override
		public String toString() {
			return "Security[scheme=%s, clientProperties=%s]".formatted(this.scheme, this.clientProperties.keySet());
		}

	}

}
