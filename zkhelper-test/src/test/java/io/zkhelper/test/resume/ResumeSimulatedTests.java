package io.zkhelper.test.resume;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import io.zkhelper.session.SessionState;
import io.zkhelper.session.SessionTicket;
import io.zkhelper.session.ZkClient;
import io.zkhelper.session.ZkClientOptions;
import io.zkhelper.test.world.SimulatedWorld;
import io.zkhelper.test.world.World;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sessions that are handed over, on a simulated server and virtual time.
 */
class ResumeSimulatedTests extends ResumeContract {

	/** The lease of a session of 2 s, with ticks of 200 ms and a slack of 50 ms. */
	static final Duration DELAY = Duration.ofMillis(600);

	@Override
	World world() {
		return new SimulatedWorld();
	}

	@Override
	Duration takeoverDelay() {
		return DELAY;
	}

	@Test
	void theSmallestTimeoutThatWasGrantedCounts() {
		try (SimulatedWorld world = new SimulatedWorld()) {
			ZkClient first = world.connect();
			world.await("there is a session", () -> first.state() == SessionState.CONNECTED);
			CompletableFuture<Optional<SessionTicket>> ticket = first.detach().toCompletableFuture();
			world.await("a ticket", ticket::isDone);
			ZkClientOptions longer = world.options().withSessionTimeout(Duration.ofSeconds(3));
			ZkClient second = world.connect(longer.withTicket(ticket.join().orElseThrow()));
			world.await("the session goes on", () -> second.state() == SessionState.CONNECTED);
			assertThat(second.view().timeout()).isEqualTo(world.options().sessionTimeout());
		}
	}

}
