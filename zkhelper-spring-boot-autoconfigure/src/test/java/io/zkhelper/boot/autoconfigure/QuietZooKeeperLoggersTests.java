package io.zkhelper.boot.autoconfigure;

import org.junit.jupiter.api.Test;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Session ids stay out of logs.
 */
class QuietZooKeeperLoggersTests {

	private final SpringApplication application = new SpringApplicationBuilder(Empty.class).web(WebApplicationType.NONE)
		.build();

	@Test
	void quietensZooKeeper() {
		assertThat(level()).isEqualTo("ERROR");
	}

	@Test
	void leavesTheUsersLevelAlone() {
		assertThat(level("--" + QuietZooKeeperLoggers.LEVEL + "=INFO")).isEqualTo("INFO");
	}

	private String level(String... arguments) {
		try (ConfigurableApplicationContext context = this.application.run(arguments)) {
			return context.getEnvironment().getRequiredProperty(QuietZooKeeperLoggers.LEVEL);
		}
	}

	@Configuration(proxyBeanMethods = false)
	static class Empty {

	}

}
