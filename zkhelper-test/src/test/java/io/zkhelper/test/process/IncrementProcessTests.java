package io.zkhelper.test.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import io.zkhelper.test.process.Tally.Outcome;
import io.zkhelper.test.server.TcpProxy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two processes with eight threads each increment one value, while the server is
 * restarted and connections break.
 * <p>
 * {@code -Dzkhelper.increments=PT2M} says for how long, half a minute by default.
 */
class IncrementProcessTests {

	private static final Duration DURATION = Duration.parse(System.getProperty("zkhelper.increments", "PT30S"));

	@TempDir
	private Path directory;

	private ServerProcess server;

	private List<TcpProxy> proxies;

	private Settings settings;

	@BeforeEach
	void startServer() {
		this.server = ServerProcess.start(this.directory, Settings.SHORT.tickTime());
		this.proxies = List.of(TcpProxy.to(this.server.port()), TcpProxy.to(this.server.port()));
		this.settings = Settings.of("", OwnRecipe.LOCK, Settings.SHORT);
	}

	@AfterEach
	void stopServer() {
		this.proxies.forEach(TcpProxy::close);
		this.server.close();
	}

	@Test
	void noIncrementIsLostUnderTheLock() {
		try (Increments increments = start(this.settings)) {
			increments.awaitProgress(increments.threads(), System.nanoTime(), this.settings.patience());
			long over = new Trouble(this.server, this.proxies, Settings.SHORT).makeFor(DURATION);
			Duration first = increments.awaitProgress(1, over, this.settings.patience());
			Duration last = increments.awaitProgress(increments.threads(), over, this.settings.patience());
			increments.finish();
			System.out.printf(
					"Under the lock: %d lost. After the last fault one incremented after %s, all after %s; %s"
							+ " are allowed%n%s%n",
					increments.lostUpdates(), first, last, this.settings.takeover(), increments);
			assertThat(increments.lostUpdates()).as(increments::toString).isZero();
			assertThat(increments.total(Outcome.DONE)).isGreaterThan(1_000);
			assertThat(increments.total(Outcome.BUSY)).as("attempts while there was no server").isPositive();
			assertThat(increments.total(Outcome.REFUSED_THOUGH_VALID)).isZero();
			assertThat(increments.total(Outcome.FAILED)).as(increments::logs).isZero();
		}
	}

	@Test
	void incrementsAreLostWithoutTheLock() {
		try (Increments increments = start(this.settings.asCareless())) {
			increments.awaitProgress(increments.threads(), System.nanoTime(), this.settings.patience());
			Cluster.pass(Duration.ofSeconds(1));
			increments.finish();
			System.out.printf("Without a lock: %d lost%n%s%n", increments.lostUpdates(), increments);
			assertThat(increments.lostUpdates()).isPositive();
		}
	}

	private Increments start(Settings settings) {
		return Increments.start(this.directory,
				this.proxies.stream().map((proxy) -> settings.at(proxy.connectString())).toList());
	}

}
