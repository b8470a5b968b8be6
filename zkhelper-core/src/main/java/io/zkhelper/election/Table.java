package io.zkhelper.election;

import java.util.concurrent.Executor;

import io.zkhelper.session.EventLoop;
import io.zkhelper.session.ListenerThreads;

/**
 * The parts of which an election is made.
 *
 * @param loop where they decide
 * @param executor runs listeners
 * @param options how the participant takes part
 * @param standing how the election stands
 * @param seat what the participant wants
 */
record Table(EventLoop loop, Executor executor, ElectionOptions options, Standing standing, Seat seat) {

	static LeaderElection local(String name, Participant me, boolean leads) {
		EventLoop loop = EventLoop.onDaemonThread("zkhelper-local");
		Executor executor = ListenerThreads.start();
		Standing standing = new Standing(name, me, loop, executor);
		Campaign campaign = new LocalCampaign(leads, me, loop, executor, standing);
		Seat seat = new Seat(loop, executor, ElectionOptions.DEFAULT, standing, campaign);
		return new SeatedElection(name, me, new Table(loop, executor, ElectionOptions.DEFAULT, standing, seat));
	}

}
