package io.zkhelper.test.session;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import io.zkhelper.election.LeaderElection;
import io.zkhelper.session.Security;
import io.zkhelper.session.SessionState;
import io.zkhelper.session.SessionView;
import io.zkhelper.session.Timing;
import io.zkhelper.session.ZkClient;
import io.zkhelper.session.ZkClientOptions;
import io.zkhelper.test.memory.InMemoryZooKeeper;
import io.zkhelper.test.time.VirtualLoop;
import io.zkhelper.test.time.VirtualTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.zkhelper.session.SessionState.AUTH_FAILED;
import static io.zkhelper.session.SessionState.CLOSED;
import static io.zkhelper.session.SessionState.CONNECTED;
import static io.zkhelper.session.SessionState.CONNECTING;
import static io.zkhelper.session.SessionState.EXPIRED;
import static io.zkhelper.session.SessionState.SUSPENDED;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Where a connection stands, and when.
 */
class SimulatedConnectionTests {

	private static final ZkClientOptions OPTIONS = ZkClientOptions.of("simulated")
		.withTiming(new Timing(Duration.ofSeconds(4), Duration.ofMillis(400), Duration.ofMillis(100), 1e-3));

	private final VirtualTime time = new VirtualTime();

	private final InMemoryZooKeeper server = InMemoryZooKeeper.builder(this.time.newLoop("server"))
		.tickTime(Duration.ofMillis(400))
		.latency(Duration.ofMillis(1), Duration.ofMillis(2))
		.reconnectDelay(Duration.ofMillis(100), Duration.ofMillis(300))
		.start();

	private final VirtualLoop loop = this.time.newLoop("client");

	private final StateLog log = new StateLog();

	private ZkClient client;

	@BeforeEach
	void connect() {
		this.client = connect(OPTIONS, this.log);
	}

	private ZkClient connect(ZkClientOptions options, StateLog told) {
		ZkClient connected = ZkClient.connect(options.withListenerExecutor(this.time.newLoop("listeners")), this.server,
				this.loop);
		connected.addListener(told);
		return connected;
	}

	@Test
	void aListenerIsToldOfEachStateInOrder() {
		await(CONNECTED);
		this.server.link(this.loop).cut();
		await(SUSPENDED);
		this.server.link(this.loop).restore();
		await(CONNECTED);
		this.server.expireSessions();
		await(EXPIRED);
		await(CONNECTED);
		this.client.closeAsync();
		await(CLOSED);
		assertThat(this.log.states().stream().filter((state) -> state == EXPIRED)).hasSize(1);
		assertThat(this.log.states()).startsWith(CONNECTING, CONNECTED, SUSPENDED, CONNECTED)
			.endsWith(EXPIRED, CONNECTED, CLOSED);
	}

	@Test
	void aListenerThatComesLateGetsTheCurrentStateTwice() {
		await(CONNECTED);
		StringBuilder told = new StringBuilder();
		this.client.addListener((previous, current) -> told.append(previous).append(' ').append(current));
		await("told", () -> told.toString().equals("CONNECTED CONNECTED"));
	}

	@Test
	void aListenerThatWasRemovedIsNotTold() {
		StringBuilder told = new StringBuilder();
		this.client.addListener((previous, current) -> told.append(current)).cancel();
		await(CONNECTED);
		assertThat(told).hasToString("CONNECTING");
	}

	@Test
	void thereIsNoSessionBeforeTheServersCome() {
		this.client.closeAsync();
		await(CLOSED);
		this.server.stop();
		VirtualLoop late = this.time.newLoop("late");
		ZkClient early = ZkClient.connect(OPTIONS.withListenerExecutor(late), this.server, late);
		this.time.runFor(Duration.ofMinutes(5));
		assertThat(early.state()).isEqualTo(CONNECTING);
		this.server.start();
		await("connected", () -> early.state() == CONNECTED);
	}

	@Test
	void aSessionThatMustHaveExpiredIsGivenUpWhileTheServersAreAway() {
		await(CONNECTED);
		this.server.stop();
		await(SUSPENDED);
		await(EXPIRED);
		this.time.runFor(Duration.ofMinutes(1));
		this.server.start();
		await(CONNECTED);
		await("the old session is gone", () -> this.server.sessions() == 1);
	}

	@Test
	void theViewShowsWhatTheServersHaveGranted() {
		assertThat(this.client.view().timeout()).isEqualTo(Duration.ofSeconds(4));
		await(CONNECTED);
		this.server.setSessionTimeouts(Duration.ofSeconds(1), Duration.ofSeconds(3));
		this.server.link(this.loop).disconnect();
		await(SUSPENDED);
		await(CONNECTED);
		SessionView view = this.client.view();
		assertThat(view.timeout()).isEqualTo(Duration.ofSeconds(3));
		assertThat(view.leaseRemaining()).isEmpty();
		assertThat(view.stateSince()).isBeforeOrEqualTo(this.loop.now().wall());
	}

	@Test
	void theViewShowsTheLeaseWhileSomethingIsHeld() {
		LeaderElection election = LeaderElection.builder(this.client, "reports").build();
		election.start();
		await("it leads", election::isLeader);
		assertThat(this.client.view().leaseRemaining()).hasValueSatisfying(
				(remaining) -> assertThat(remaining).isBetween(Duration.ofMillis(1), Duration.ofMillis(1300)));
		this.loop.pause();
		this.time.runFor(Duration.ofSeconds(2));
		assertThat(this.client.view().leaseRemaining()).contains(Duration.ZERO);
		this.loop.resume();
		election.stop();
		await("nothing is held", () -> this.client.view().leaseRemaining().equals(Optional.empty()));
	}

	@Test
	void credentialsThatTheServersRefuseAreTriedAgainNowAndThen() {
		StateLog told = new StateLog();
		ZkClient refused = connect(OPTIONS.withSecurity(Security.of("carrier-pigeon", "coo")), told);
		this.time.runFor(Duration.ofMinutes(3));
		assertThat(told.states().stream().filter((state) -> state == AUTH_FAILED)).hasSizeBetween(4, 8);
		refused.closeAsync();
		await("closed", () -> refused.state() == CLOSED && told.last() == CLOSED);
	}

	private void await(SessionState state) {
		await(state.toString(), () -> !this.log.states().isEmpty() && this.log.last() == state);
	}

	private void await(String what, BooleanSupplier holds) {
		assertThat(this.time.runUntil(holds, Duration.ofMinutes(1))).as(what).isTrue();
	}

}
