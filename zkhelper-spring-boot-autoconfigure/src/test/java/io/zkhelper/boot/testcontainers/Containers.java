package io.zkhelper.boot.testcontainers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

import org.testcontainers.containers.GenericContainer;

/**
 * Containers of ZooKeeper servers.
 */
final class Containers {

	/** Testcontainers would spend minutes on finding it out. */
	static final String NO_HOST = "this is a container, and TESTCONTAINERS_HOST_OVERRIDE does not say where others' ports are ('localhost', if the Docker engine runs in here)";

	private static final int CLIENT_PORT = 2181;

	private Containers() {
	}

	static boolean haveNoHost() {
		return Files.exists(Path.of("/.dockerenv")) && System.getenv("TESTCONTAINERS_HOST_OVERRIDE") == null;
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
