package io.zkhelper.boot.autoconfigure.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;

import io.zkhelper.boot.autoconfigure.InvalidPropertyException;
import io.zkhelper.boot.autoconfigure.ZkHelperConnectionDetails;
import io.zkhelper.boot.embedded.EmbeddedServer;
import io.zkhelper.boot.embedded.FreePort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link EmbeddedServerAutoConfiguration}.
 */
class EmbeddedServerAutoConfigurationTests {

	@TempDir
	private Path directory;

	private final int port = FreePort.next();

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(EmbeddedServerAutoConfiguration.class))
		.withPropertyValues("zkhelper.embedded.port=" + this.port);

	@Test
	void isOffUnlessAskedFor() {
		this.contextRunner.run((context) -> assertThat(context).doesNotHaveBean(EmbeddedServer.class));
	}

	@Test
	void servesWhereTheClientWillConnect() {
		enabled().run((context) -> {
			assertThat(context.getBean(EmbeddedServer.class).isServing()).isTrue();
			assertThat(context.getBean(ZkHelperConnectionDetails.class).connectString())
				.isEqualTo("127.0.0.1:" + this.port);
			assertThat(this.directory.resolve("data/version-2")).isDirectory();
		});
	}

	@Test
	void stopsAfterEverythingThatUsesIt() {
		AtomicReference<Connection> connection = new AtomicReference<>();
		enabled().withBean(Connection.class).run((context) -> connection.set(context.getBean(Connection.class)));
		assertThat(connection.get().servedAtTheEnd).isTrue();
		assertThat(isServed(this.port)).isFalse();
	}

	@Test
	void leavesTheConnectionToAnother() {
		enabled().withBean(ZkHelperConnectionDetails.class, () -> () -> "localhost:1")
			.run((context) -> assertThat(context).doesNotHaveBean(EmbeddedServer.class));
	}

	@Test
	void isNotNeededWithoutACluster() {
		enabled().withPropertyValues("zkhelper.mode=single")
			.run((context) -> assertThat(context).doesNotHaveBean(EmbeddedServer.class));
	}

	@Test
	void doesNotOutdoAConnectString() {
		enabled().withPropertyValues("zkhelper.connect-string=zk1,zk2")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(InvalidPropertyException.class)
				.hasMessageContaining("zkhelper.connect-string"));
	}

	private ApplicationContextRunner enabled() {
		return this.contextRunner.withPropertyValues("zkhelper.embedded.enabled=true",
				"zkhelper.embedded.data-dir=" + this.directory.resolve("data"));
	}

	private static boolean isServed(int port) {
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
			return socket.isConnected();
		}
		catch (IOException ex) {
			return false;
		}
	}

	static class Connection implements AutoCloseable {

		private final ZkHelperConnectionDetails details;

		private boolean servedAtTheEnd;

		Connection(ZkHelperConnectionDetails details) {
			this.details = details;
		}

		@Override
		public void close() {
			String connectString = this.details.connectString();
			this.servedAtTheEnd = isServed(Integer.parseInt(connectString.substring(connectString.indexOf(':') + 1)));
		}

	}

}
