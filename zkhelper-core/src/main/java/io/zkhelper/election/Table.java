package io.zkhelper.election;

import java.time.Duration;
import java.util.concurrent.Executor;

import io.zkhelper.session.Engine;
import io.zkhelper.session.EventLoop;
import io.zkhelper.session.ListenerThreads;
import io.zkhelper.session.ZkClient;

/**
 * The parts of which an election is made.
 *
 * @param loop where they decide
 * @param executor runs listeners
 * @param options how the participant takes part
 * @param standing how the election stands
 * @param seat what the participant wants
 * @param bids who waits for a term of its own
 */
record Table(EventLoop loop, Executor executor, ElectionOptions options, Standing standing, Seat seat, Bids bids) {

	/** What a close may take beyond the drain. */
	private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

	static LeaderElection inQueue(ZkClient client, String name, Participant me, ElectionOptions options) {
		Engine engine = Engine.of(client);
		Office office = new Office(client, engine, ElectionPaths.of(engine, name), me, options);
		Standing standing = new Standing(name, me, engine.loop(), engine.listenerExecutor());
		QueueCampaign campaign = new QueueCampaign(office, standing);
		Seat seat = new Seat(engine.loop(), engine.listenerExecutor(), options, standing, campaign);
		campaign.onClosing(seat::release);
		return new SeatedElection(name, me, lay(engine.loop(), engine.listenerExecutor(), options, standing, seat));
	}

	static LeaderElection local(String name, Participant me, ElectionOptions options, boolean leads) {
		EventLoop loop = EventLoop.onDaemonThread("zkhelper-local");
		Executor executor = ListenerThreads.start();
		Standing standing = new Standing(name, me, loop, executor);
		Campaign campaign = new LocalCampaign(leads, me, loop, executor, standing);
		Seat seat = new Seat(loop, executor, options, standing, campaign);
		return new SeatedElection(name, me, lay(loop, executor, options, standing, seat));
	}

	private static Table lay(EventLoop loop, Executor executor, ElectionOptions options, Standing standing, Seat seat) {
		Bids bids = new Bids(seat, standing, loop, executor);
		loop.execute(() -> {
			standing.addInsider(bids, bids);
			if (options.failFast()) {
				standing.addInsider(seat, new FailFast(seat));
			}
		});
		return new Table(loop, executor, options, standing, seat, bids);
	}

	/**
	 * How long a close may take.
	 */
	Duration closeTimeout() {
		return this.options.drainTimeout().plus(CLOSE_TIMEOUT);
	}

}
