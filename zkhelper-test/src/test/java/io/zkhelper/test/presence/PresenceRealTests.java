package io.zkhelper.test.presence;

import java.time.Duration;

import io.zkhelper.presence.Presence;
import io.zkhelper.presence.PresenceState;
import io.zkhelper.presence.WhenTaken;
import io.zkhelper.test.world.RealWorld;
import io.zkhelper.test.world.RequestMoments;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How an instance registers with a real server.
 */
class PresenceRealTests extends PresenceContract<RealWorld> {

	PresenceRealTests() {
		super(RealWorld.calm());
	}

	@Test
	@DisplayName("TR-24: a close does not hit who has taken over while the deletion was on its way")
	void closeDoesNotHitWhoHasTakenOver() {
		try (RequestMoments moments = new RequestMoments(world().options())) {
			Presence first = register(presence(moments.client(), "a", WhenTaken.WAIT));
			moments.before("delete", 1, () -> register(presence("b", WhenTaken.TAKE_OVER)));
			get(first.leave());
			assertThat(moments.hasHappened()).isTrue();
			assertThat(data()).isEqualTo("b");
		}
	}

	@Test
	@DisplayName("TR-24: a close does not hit who has waited for the node that a third has deleted")
	void closeDoesNotHitWhoHasWaited() {
		Presence second = presence("b", WhenTaken.WAIT).build();
		try (RequestMoments moments = new RequestMoments(world().options())) {
			Presence first = register(presence(moments.client(), "a", WhenTaken.WAIT));
			second.start();
			awaitState(second, PresenceState.WAITING);
			moments.before("delete", 1, () -> {
				world().delete(PATH);
				awaitState(second, PresenceState.REGISTERED);
			});
			get(first.leave());
			assertThat(moments.hasHappened()).isTrue();
			world().during(Duration.ofMillis(200), "it stays", () -> "b".equals(data()));
		}
	}

}
