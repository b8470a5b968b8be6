package io.zkhelper.boot.testcontainers;

import java.time.Duration;

import io.zkhelper.boot.autoconfigure.ZkHelperConnectionDetails;
import io.zkhelper.boot.election.LeaderElections;
import org.junit.jupiter.api.Test;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.testcontainers.service.connection.ServiceConnection;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.annotation.DirtiesContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ZooKeeperContainerConnectionDetailsFactory}.
 */
// In this order, so that the application goes before the container
@EnabledWithDocker
@Testcontainers
@SpringBootTest
@DirtiesContext
class ServiceConnectionContainerTests {

	@Container
	@ServiceConnection
	private static final GenericContainer<?> zooKeeper = Containers.zooKeeper();

	@Autowired
	private ZkHelperConnectionDetails connectionDetails;

	@Autowired
	private LeaderElections elections;

	@Test
	void sayWhereTheContainerListens() {
		assertThat(this.connectionDetails.connectString()).isEqualTo(Containers.connectString(zooKeeper));
	}

	@Test
	void letTheApplicationLead() throws InterruptedException {
		assertThat(this.elections.join("reports").awaitLeadership(Duration.ofSeconds(20))).isPresent();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
