package io.zkhelper.boot.logging;

import java.nio.file.Path;

import io.zkhelper.boot.election.LeaderElections;
import io.zkhelper.boot.embedded.FreePort;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link ZooKeeperLogLevels}.
 */
@ExtendWith(OutputCaptureExtension.class)
class ZooKeeperLogLevelsTests {

	@TempDir
	private Path directory;

	@AfterEach
	void forgetLevels() {
		LoggingSystem.get(getClass().getClassLoader()).setLogLevel("org.apache.zookeeper", null);
	}

	@Test
	void keepTheSessionIdOutOfTheLog(CapturedOutput output) {
		run();
		assertThat(output).contains("is CONNECTED")
			.contains("leads now")
			.doesNotContainPattern("(?i)session.{0,9}0x")
			.doesNotContain("ClientCnxn");
	}

	@Test
	void areTheUsersToSet(CapturedOutput output) {
		run("--logging.level.org.apache.zookeeper=info");
		assertThat(output).containsPattern("(?i)session.{0,9}0x");
	}

	private void run(String... arguments) {
		SpringApplicationBuilder application = new SpringApplicationBuilder(Application.class).properties(
				"spring.main.web-application-type=none", "zkhelper.embedded.enabled=true", "logging.level.root=info",
				"zkhelper.embedded.port=" + FreePort.next(), "zkhelper.embedded.data-dir=" + this.directory);
		try (ConfigurableApplicationContext context = application.run(arguments)) {
			LeaderElections elections = context.getBean(LeaderElections.class);
			await().until(elections.join("reports")::isLeader);
		}
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
