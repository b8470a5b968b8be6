package io.zkhelper.presence;

import io.zkhelper.lock.HandLoop;
import io.zkhelper.session.Ensemble;
import io.zkhelper.session.ZkClient;
import io.zkhelper.session.ZkClientOptions;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Members that join a group which is closed.
 */
class GroupTests {

	private static final Ensemble AWAY = (options, listener, loop) -> {
		throw new IllegalStateException("There are no servers");
	};

	private final InterruptedLoop loop = new InterruptedLoop();

	private final Group group = Group.open(ZkClient.connect(ZkClientOptions.of("away:2181"), AWAY, this.loop),
			"workers");

	@Test
	void whoJoinsWhileItIsClosedLeavesAgain() {
		this.loop.interruption = this.group::close;
		Presence member = this.group.join("a", "");
		this.loop.runAll();
		assertThat(member.view().state()).isEqualTo(PresenceState.CLOSED);
	}

	@Test
	void aClosedOneIsNotJoined() {
		this.group.close();
		assertThatIllegalStateException().isThrownBy(() -> this.group.join("a", "")).withMessageContaining("'workers'");
	}

	/**
	 * Lets something happen when the next task is handed in.
	 */
	private static final class InterruptedLoop extends HandLoop {

		private Runnable interruption = () -> {
		};

		@Override
		public void execute(Runnable task) {
			super.execute(task);
			Runnable now = this.interruption;
			this.interruption = () -> {
			};
			now.run();
		}

	}

}
