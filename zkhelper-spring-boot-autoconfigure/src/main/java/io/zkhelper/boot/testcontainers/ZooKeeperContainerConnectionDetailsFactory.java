package io.zkhelper.boot.testcontainers;

import java.util.List;

import io.zkhelper.boot.autoconfigure.ZkHelperConnectionDetails;
import org.testcontainers.containers.Container;

import org.springframework.boot.testcontainers.service.connection.ContainerConnectionDetailsFactory;
import org.springframework.boot.testcontainers.service.connection.ContainerConnectionSource;

/**
 * Connects to a container of ZooKeeper that is annotated with {@code @ServiceConnection}.
 */
class ZooKeeperContainerConnectionDetailsFactory
		extends ContainerConnectionDetailsFactory<Container<?>, ZkHelperConnectionDetails> {

	private static final int CLIENT_PORT = 2181;

	ZooKeeperContainerConnectionDetailsFactory() {
		super(List.of("zookeeper", "bitnami/zookeeper", "confluentinc/cp-zookeeper"));
	}

	@Override
	protected ZkHelperConnectionDetails getContainerConnectionDetails(ContainerConnectionSource<Container<?>> source) {
		return new ZooKeeperContainerConnectionDetails(source);
	}

	private static final class ZooKeeperContainerConnectionDetails extends ContainerConnectionDetails<Container<?>>
			implements ZkHelperConnectionDetails {

		ZooKeeperContainerConnectionDetails(ContainerConnectionSource<Container<?>> source) {
			super(source);
		}

		@Override
		public String connectString() {
			return getContainer().getHost() + ":" + getContainer().getMappedPort(CLIENT_PORT);
		}

	}

}
