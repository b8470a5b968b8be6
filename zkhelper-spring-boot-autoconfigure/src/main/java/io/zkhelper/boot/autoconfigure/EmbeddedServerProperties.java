package io.zkhelper.boot.autoconfigure;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Properties of the server inside the process, for development.
 *
 * @param enabled Whether to run a ZooKeeper server inside the process, on 127.0.0.1 only.
 * Further instances on the same machine use the first one's.
 * @param port Port to listen on.
 * @param dataDir Directory for the server's data, shared by the instances on a machine.
 * By default below the temporary directory, by user and application name.
 * @since 1.0.0
 */
@ConfigurationProperties("zkhelper.embedded")
public record EmbeddedServerProperties(@DefaultValue("false") boolean enabled, @DefaultValue("21810") int port,
		@Nullable Path dataDir) {

	public EmbeddedServerProperties {
		if (port < 1 || port > 65535) {
			throw new InvalidPropertyException("zkhelper.embedded.port", port, "it is not between 1 and 65535",
					"Choose a free port such as 21810.");
		}
	}

}
