package io.zkhelper.lock;

import java.lang.ref.WeakReference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.zkhelper.lock.LockOwner.OwnerProcess;
import io.zkhelper.session.Moment;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Who waits before the door of a semaphore.
 */
class LobbyTests {

	private final Lobby lobby = new Lobby(Runnable::run);

	private final List<LockRequest> admitted = new ArrayList<>();

	@Test
	void admitsOneAfterTheOther() {
		LockRequest first = ask();
		LockRequest second = ask();
		LockRequest third = ask();
		assertThat(this.admitted).containsExactly(first);
		second.giveUp();
		first.busy();
		assertThat(this.admitted).containsExactly(first, third);
	}

	@Test
	void forgetsWhoHasGivenUpWhileTheDoorIsShut() {
		ask();
		WeakReference<LockRequest> impatient = new WeakReference<>(ask());
		impatient.get().giveUp();
		await().until(() -> {
			System.gc();
			return impatient.get() == null;
		});
		assertThat(this.lobby.waiting().join()).isEmpty();
	}

	@Test
	void aRequestIsGivenUpOnce() {
		LockRequest request = ask();
		assertThat(request.giveUp()).isTrue();
		assertThat(request.giveUp()).isFalse();
	}

	private LockRequest ask() {
		LockOwner owner = new LockOwner(new OwnerProcess("me", "here", 1), "worker", Instant.EPOCH, "",
				Optional.empty());
		LockRequest request = new LockRequest(owner, null, false, new Moment(0, Instant.EPOCH));
		this.lobby.ask(request, () -> this.admitted.add(request));
		return request;
	}

}
