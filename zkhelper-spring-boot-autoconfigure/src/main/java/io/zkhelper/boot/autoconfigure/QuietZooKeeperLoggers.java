package io.zkhelper.boot.autoconfigure;

import java.util.Map;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Keeps ZooKeeper's own loggers at ERROR unless the user says otherwise: below that they
 * write session ids, from which the passwords of sessions derive. What happens to the
 * connection is logged by zkhelper itself.
 */
class QuietZooKeeperLoggers implements EnvironmentPostProcessor {

	static final String LEVEL = "logging.level.org.apache.zookeeper";

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		environment.getPropertySources()
			.addLast(new MapPropertySource("zkhelperLoggingDefaults", Map.of(LEVEL, "ERROR")));
	}

}
