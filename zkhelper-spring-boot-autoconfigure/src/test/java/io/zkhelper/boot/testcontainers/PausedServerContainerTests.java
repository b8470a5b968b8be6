package io.zkhelper.boot.testcontainers;

import io.zkhelper.election.LossReason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A server that freezes.
 */
@EnabledWithDocker
@Testcontainers
class PausedServerContainerTests {

	@Container
	private final GenericContainer<?> zooKeeper = Containers.zooKeeper();

	private Rivals rivals;

	@BeforeEach
	void joinElection() {
		this.rivals = new Rivals(Containers.connectString(this.zooKeeper));
		this.rivals.awaitLeader();
		this.rivals.awaitBothInTheQueue();
	}

	@AfterEach
	void leaveElection() {
		this.rivals.close();
	}

	@Test
	void endsTheTermWithTheLeaseAndHealsByItself() {
		Containers.pause(this.zooKeeper);
		try {
			this.rivals.awaitNobody();
		}
		finally {
			Containers.resume(this.zooKeeper);
		}
		this.rivals.awaitLeader();
		await().untilAsserted(() -> assertThat(this.rivals.losses()).containsExactly(LossReason.LEASE_LAPSED));
		assertThat(this.rivals.overlaps()).isZero();
	}

}
