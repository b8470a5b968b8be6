package io.zkhelper.boot.testcontainers;

import java.util.Arrays;
import java.util.stream.Collectors;

import org.testcontainers.containers.GenericContainer;

/**
 * Containers of ZooKeeper servers.
 */
final class Containers {

	private static final int CLIENT_PORT = 2181;

	private Containers() {
	}

	static GenericContainer<?> zooKeeper() {
		return new GenericContainer<>("zookeeper:3.9").withExposedPorts(CLIENT_PORT);
	}

	static String connectString(GenericContainer<?>... servers) {
		return Arrays.stream(servers)
			.map((server) -> server.getHost() + ":" + server.getMappedPort(CLIENT_PORT))
			.collect(Collectors.joining(","));
	}

	static void pause(GenericContainer<?> server) {
		server.getDockerClient().pauseContainerCmd(server.getContainerId()).exec();
	}

	static void resume(GenericContainer<?> server) {
		server.getDockerClient().unpauseContainerCmd(server.getContainerId()).exec();
	}

	static void kill(GenericContainer<?> server) {
		server.getDockerClient().killContainerCmd(server.getContainerId()).exec();
	}

}
