package io.zkhelper.test.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import io.zkhelper.lock.DistributedLock;
import io.zkhelper.lock.DistributedLocks;
import io.zkhelper.lock.HeldLock;
import io.zkhelper.session.ZkClient;
import io.zkhelper.session.ZkClientOptions;
import io.zkhelper.test.server.EmbeddedZooKeeper;
import io.zkhelper.test.server.TcpProxy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What another process finds right after a process has parted with a lock.
 */
class GoodbyeProcessTests {

	private static final Duration SLOW = Duration.ofMillis(200);

	private final EmbeddedZooKeeper server = EmbeddedZooKeeper.builder().tickTime(Settings.SHORT.tickTime()).start();

	private final TcpProxy proxy = TcpProxy.to(this.server.port());

	private final Settings settings = Settings.of(this.proxy.connectString(), OwnRecipe.LOCK, Settings.SHORT);

	private final ZkClient client = ZkClient
		.connect(ZkClientOptions.of(this.server.connectString()).withTiming(Settings.SHORT));

	private final DistributedLock lock = DistributedLocks.on(this.client).get(this.settings.name());

	@TempDir
	private Path directory;

	@AfterEach
	void close() {
		this.client.close();
		this.proxy.close();
		this.server.close();
	}

	@Test
	void aLockThatWasClosedMayBeBusyStill() throws InterruptedException {
		try (GoodbyeProcess other = start(Goodbye.CLOSE)) {
			this.proxy.silenceToServer();
			other.go();
			other.awaitGone();
			assertThat(this.lock.tryAcquire(Duration.ZERO)).isEmpty();
			this.proxy.restore();
			assertFreeWithin(this.settings.patience());
		}
	}

	@Test
	void aLockThatWasReleasedIsFreeAtOnce() throws InterruptedException {
		try (GoodbyeProcess other = start(Goodbye.RELEASE)) {
			this.proxy.delay(SLOW);
			other.go();
			other.awaitGone();
			assertFreeWithin(Duration.ZERO);
		}
	}

	@Test
	void aLockWhoseClientWasClosedIsFreeAtOnce() throws InterruptedException {
		try (GoodbyeProcess other = start(Goodbye.FLUSH)) {
			this.proxy.delay(SLOW);
			other.go();
			other.awaitGone();
			assertFreeWithin(Duration.ZERO);
		}
	}

	@Test
	void aLockWhoseProcessHasExitedMayBeBusyUntilTheSessionEnds() throws InterruptedException {
		try (GoodbyeProcess other = start(Goodbye.EXIT)) {
			this.proxy.silenceToServer();
			other.go();
			other.awaitEnd();
			assertThat(this.lock.tryAcquire(Duration.ZERO)).isEmpty();
			assertFreeWithin(this.settings.patience());
		}
	}

	private GoodbyeProcess start(Goodbye goodbye) {
		return GoodbyeProcess.start(goodbye, this.directory, this.settings);
	}

	private void assertFreeWithin(Duration time) throws InterruptedException {
		Optional<HeldLock> held = this.lock.tryAcquire(time);
		assertThat(held).isPresent();
		held.get().close();
	}

}
