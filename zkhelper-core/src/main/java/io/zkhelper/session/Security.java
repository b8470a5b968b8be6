package io.zkhelper.session;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.apache.zookeeper.ZooDefs.Ids;
import org.apache.zookeeper.data.ACL;

/**
 * Who the client says it is, and what it lets others do with the nodes that it creates.
 *
 * @param credentials what the client presents to the servers, in order
 * @param acl the access control list of the nodes that it creates
 * @param clientProperties settings of the ZooKeeper client, {@code zookeeper.ssl.…} and
 * {@code zookeeper.sasl.…} among them
 * @since 1.0.0
 */
public record Security(List<Credential> credentials, List<ACL> acl, Map<String, String> clientProperties) {

	/** No credentials, and nodes that everybody may change. */
	public static final Security NONE = new Security(List.of(), Ids.OPEN_ACL_UNSAFE, Map.of());

	public Security {
		credentials = List.copyOf(credentials);
		acl = List.copyOf(acl);
		clientProperties = Map.copyOf(clientProperties);
		if (acl.isEmpty()) {
			throw new IllegalArgumentException("'acl' must not be empty: nobody could read or delete the nodes");
		}
	}

	/**
	 * Return the security of a client that presents one credential and lets nobody else
	 * touch its nodes.
	 * @param scheme the authentication scheme, {@code digest} for example
	 * @param secret what proves it, {@code user:password} for {@code digest}
	 * @return the security
	 */
	public static Security of(String scheme, String secret) {
		return new Security(List.of(new Credential(scheme, secret)), Ids.CREATOR_ALL_ACL, Map.of());
	}

	/**
	 * What a client presents to the servers.
	 *
	 * @param scheme the authentication scheme
	 * @param secret what proves it; never shown
	 */
	public record Credential(String scheme, String secret) {

		public Credential {
			if (scheme.isBlank() || secret.isBlank()) {
				throw new IllegalArgumentException("A credential needs a 'scheme' and a 'secret'");
			}
		}

		byte[] bytes() {
			return this.secret.getBytes(StandardCharsets.UTF_8);
		}

		@Override
		public String toString() {
			return "Credential[scheme=" + this.scheme + "]";
		}

	}

}
