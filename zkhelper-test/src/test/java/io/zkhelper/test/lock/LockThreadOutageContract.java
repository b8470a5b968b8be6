package io.zkhelper.test.lock;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.Lock;

import io.zkhelper.lock.LockLostException;
import io.zkhelper.session.SessionState;
import io.zkhelper.test.world.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Threads that wait for a lock in the form of the JDK while their session ends.
 */
@Timeout(60)
abstract class LockThreadOutageContract extends LockScenes<World> {

	private final LockUser user = connected();

	private final Lock lock = this.user.ledger().asLock();

	private final Threads threads = new Threads();

	LockThreadOutageContract(World world) {
		super(world);
	}

	@AfterEach
	void endThreads() throws InterruptedException {
		this.threads.join();
	}

	@Test
	@DisplayName("TestInterProcessMutexBase: a session ends under holder and waiter: one is told, the other has the lock")
	void sessionEnds() throws Exception {
		FutureTask<Boolean> waiting = waitBehindThisThread();
		world().expireOwnerOf(node(0));
		assertThat(waiting.get()).isTrue();
		assertThatExceptionOfType(LockLostException.class).isThrownBy(this.lock::unlock);
	}

	@Test
	@DisplayName("TestInterProcessMutexBase: a thread that waits while the servers are away for long has the lock then")
	void serversAreAway() throws Exception {
		List<SessionState> states = new CopyOnWriteArrayList<>();
		this.user.client().addListener((previous, current) -> states.add(current));
		FutureTask<Boolean> waiting = waitBehindThisThread();
		world().stopServers();
		world().await("the session is given up", () -> states.contains(SessionState.EXPIRED));
		assertThat(waiting).isNotDone();
		world().startServers();
		assertThat(waiting.get()).isTrue();
		assertThatExceptionOfType(LockLostException.class).isThrownBy(this.lock::unlock);
	}

	private FutureTask<Boolean> waitBehindThisThread() {
		this.lock.lock();
		FutureTask<Boolean> waiting = this.threads.start(() -> {
			this.lock.lock();
			this.lock.unlock();
			return true;
		});
		world().await("it waits", () -> this.user.locks().local().get(0).waiting().size() == 1);
		return waiting;
	}

}
