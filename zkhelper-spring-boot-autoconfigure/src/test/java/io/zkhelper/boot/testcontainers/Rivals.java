package io.zkhelper.boot.testcontainers;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.zkhelper.election.LeaderElection;
import io.zkhelper.election.Leadership;
import io.zkhelper.election.LeadershipListener;
import io.zkhelper.election.LossReason;
import io.zkhelper.election.Participant;
import io.zkhelper.session.SessionState;
import io.zkhelper.session.ZkClient;
import io.zkhelper.session.ZkClientOptions;

import static org.awaitility.Awaitility.await;

/**
 * Two participants of one election, each with a connection of its own, and somebody who
 * watches that they don't lead at the same time.
 */
final class Rivals implements AutoCloseable {

	/** Session timeout, tick, takeover delay and two seconds, of the default times. */
	static final Duration FAILOVER = Duration.ofSeconds(20);

	private final List<ZkClient> clients;

	private final List<LeaderElection> elections;

	private final Set<SessionState> states = ConcurrentHashMap.newKeySet();

	private final ConcurrentLinkedQueue<LossReason> losses = new ConcurrentLinkedQueue<>();

	private final AtomicInteger overlaps = new AtomicInteger();

	private final ScheduledExecutorService watcher = Executors.newSingleThreadScheduledExecutor();

	Rivals(String connectString) {
		this.clients = List.of(connect(connectString), connect(connectString));
		this.elections = List.of(join(this.clients.get(0), "first"), join(this.clients.get(1), "second"));
		this.watcher.scheduleWithFixedDelay(this::look, 0, 1, TimeUnit.MILLISECONDS);
	}

	private ZkClient connect(String connectString) {
		ZkClient client = ZkClient.connect(ZkClientOptions.of(connectString));
		client.addListener((previous, current) -> this.states.add(current));
		return client;
	}

	private LeaderElection join(ZkClient client, String id) {
		LeaderElection election = LeaderElection.builder(client, "reports").participant(Participant.of(id)).build();
		election.addListener(new LeadershipListener() {

			@Override
			public void onRevoked(Leadership leadership, LossReason reason) {
				Rivals.this.losses.add(reason);
			}

		});
		election.start();
		return election;
	}

	// A term that is valid before and after was valid in between
	private void look() {
		Optional<Leadership> first = this.elections.get(0).leadership();
		boolean second = this.elections.get(1).isLeader();
		if (second && first.filter(Leadership::isValid).isPresent()) {
			this.overlaps.incrementAndGet();
		}
	}

	void awaitLeader() {
		await().atMost(FAILOVER).until(() -> this.elections.stream().filter(LeaderElection::isLeader).count() == 1);
	}

	void awaitNobody() {
		await().atMost(FAILOVER).until(() -> this.elections.stream().noneMatch(LeaderElection::isLeader));
	}

	void awaitBothInTheQueue() {
		await().atMost(FAILOVER)
			.until(() -> this.elections.stream()
				.allMatch((election) -> !election.view().stale() && election.view().participants().size() == 2));
	}

	boolean sawState(SessionState state) {
		return this.states.contains(state);
	}

	List<LossReason> losses() {
		return List.copyOf(this.losses);
	}

	int overlaps() {
		return this.overlaps.get();
	}

	@Override
	public void close() {
		this.watcher.shutdownNow();
		this.elections.forEach(LeaderElection::close);
		this.clients.forEach(ZkClient::close);
	}

}
