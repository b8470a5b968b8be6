package io.zkhelper.election;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

import io.zkhelper.session.Cancellable;
import io.zkhelper.session.NodeException;
import io.zkhelper.session.ZkClient;

/**
 * An election, seen by one participant of it. Questions are answered from memory, also
 * while the servers are away.
 *
 * @since 1.0.0
 */
public interface LeaderElection extends AutoCloseable {

	/**
	 * Begin to describe a participant of an election.
	 * @param client the connection
	 * @param name names the election, among all applications with the same root
	 * @return the description
	 * @throws IllegalArgumentException if the name is blank or over 200 bytes
	 */
	static LeaderElectionBuilder builder(ZkClient client, String name) {
		return new LeaderElectionBuilder(client, name);
	}

	/**
	 * Return an election with one participant, which leads from start to stop, without
	 * any server.
	 * @param name names the election
	 * @param participant the only participant
	 * @param options how it takes part; safety, lease and takeover delay have no meaning
	 * @return the election
	 */
	static LeaderElection single(String name, Participant participant, ElectionOptions options) {
		return Table.local(name, participant, options, true);
	}

	/**
	 * Return an election in which nobody ever leads, without any server.
	 * @param name names the election
	 * @param participant the participant
	 * @param options how it takes part; safety, times and delays have no meaning
	 * @return the election
	 */
	static LeaderElection off(String name, Participant participant, ElectionOptions options) {
		return Table.local(name, participant, options, false);
	}

	/**
	 * Return the name of the election.
	 * @return the name
	 */
	String name();

	/**
	 * Return who this is.
	 * @return the participant
	 */
	Participant participant();

	/**
	 * Take part. Returns at once; a second call does nothing. May be called again after
	 * {@link #stop()}. Nothing comes of it once the client is closed.
	 * @throws IllegalStateException if the election is closed
	 */
	void start();

	/**
	 * Take part for one term. Unless the election was {@linkplain #start() started},
	 * participation begins here and ends with that term, or with this campaign if it is
	 * not won: who campaigns has to ask again for another term.
	 * <p>
	 * A second campaign while one is under way waits for the same term; one that is begun
	 * while this participant leads is won at once.
	 * @return the term, completed on the executor for listeners;
	 * {@code toCompletableFuture().cancel(…)} gives up at whatever step. Completed with
	 * {@link ElectionEndedException} if the session expires, credentials or requests are
	 * refused, or the election is stopped or closed before this participant leads. A
	 * connection that comes back in time ends nothing
	 * @throws IllegalStateException if the election is closed
	 */
	CompletionStage<Leadership> campaign();

	/**
	 * Take part, and run a task whenever this participant leads. See {@link LeaderTask}
	 * for what a task has to keep to.
	 * <p>
	 * Several tasks run side by side; the first that leaves takes the participant out for
	 * all.
	 * @param task the task
	 * @param options how to run it
	 * @return the run, to be closed
	 * @throws IllegalStateException if the election is closed
	 */
	TaskRun run(LeaderTask task, TaskOptions options);

	/**
	 * Take part, and run a task whenever this participant leads, with
	 * {@link TaskOptions#DEFAULT}.
	 * @param task the task
	 * @return the run, to be closed
	 * @throws IllegalStateException if the election is closed
	 */
	default TaskRun run(LeaderTask task) {
		return run(task, TaskOptions.DEFAULT);
	}

	/**
	 * Take part no more until started again: drains and releases if this participant
	 * leads.
	 * @return completes when the node is gone; exceptionally never
	 */
	CompletionStage<Void> stop();

	/**
	 * Stop for good, and wait for it: at most for the drain timeout and five seconds. An
	 * interrupt ends the wait, not the stop. Listeners get what is due and nothing after.
	 */
	@Override
	void close();

	/**
	 * Return whether this participant leads, by a comparison of clocks at the call.
	 * @return {@code true} if new work may begin
	 */
	boolean isLeader();

	/**
	 * Return the term of this participant.
	 * @return the term, empty unless {@link #isLeader()}
	 */
	Optional<Leadership> leadership();

	/**
	 * Return who leads, as far as this instance knows.
	 * @return the leader, empty while nobody leads
	 */
	Optional<Participant> leader();

	/**
	 * Ask the servers who leads, after they have caught up with all that was committed
	 * before. {@link #view()} answers the same from memory, a moment later. Need not be
	 * started.
	 * @return the term under way with what was proclaimed in it, empty while nobody
	 * leads; completed with {@link NodeException} if there is no connection, and that at
	 * once
	 */
	CompletionStage<Optional<Term>> latestTerm();

	/**
	 * Return the election as this instance sees it.
	 * @return the view
	 */
	ElectionView view();

	/**
	 * Wait until somebody leads.
	 * @param timeout how long to wait; zero to look once
	 * @return who leads, empty after the timeout
	 * @throws InterruptedException if the thread was interrupted
	 */
	Optional<Participant> awaitLeader(Duration timeout) throws InterruptedException;

	/**
	 * Wait until this participant leads.
	 * @param timeout how long to wait; zero to look once
	 * @return the term, empty after the timeout
	 * @throws InterruptedException if the thread was interrupted
	 */
	Optional<Leadership> awaitLeadership(Duration timeout) throws InterruptedException;

	/**
	 * Begin work that only the leader may do, so that an orderly end of the term waits
	 * for it.
	 * @param cancel asks the work to stop, once, if it outlasts the drain timeout; called
	 * on an executor for listeners
	 * @return the work, to be closed when it is done; empty unless {@link #isLeader()}
	 */
	Optional<LeaderWork> startWork(Runnable cancel);

	/**
	 * Give leadership up, and go to the end of the queue: who is alone is granted another
	 * term. Does nothing unless this participant leads.
	 * @return completes when the term is over
	 */
	CompletionStage<Void> resign();

	/**
	 * Give leadership up, and stay out of the queue for a while, so that another
	 * participant can lead; if there is none, nobody does. Does nothing unless this
	 * participant leads. {@link #resume()} does not cut the time short.
	 * @param coolDown how long to stay away once the term is over
	 * @return completes when the term is over
	 * @throws IllegalArgumentException if the time is negative
	 */
	CompletionStage<Void> resign(Duration coolDown);

	/**
	 * Leave the queue until {@link #resume()}, draining and releasing first if this
	 * participant leads. Outlasts {@link #stop()} and {@link #start()}.
	 * @return completes when the node is gone
	 */
	CompletionStage<Void> pause();

	/**
	 * Return to the queue after {@link #pause()}.
	 * @return completes when the participant is on its way back
	 */
	CompletionStage<Void> resume();

	/**
	 * Watch who leads and what the leader {@linkplain Leadership#proclaim proclaims},
	 * without taking part. The election need not be started.
	 * <p>
	 * The observer is called once the election has been read for the first time, and then
	 * whenever {@link ElectionView#current()} is another one: on an executor for
	 * listeners, one call after the other. Who is slow may skip views that are out of
	 * date, but never the latest. Goes on in the next session when one expires; after
	 * {@link #close()} nothing follows.
	 * @param observer takes what there is to see
	 * @return ends it
	 * @throws IllegalStateException if the election is closed
	 */
	Cancellable observe(Consumer<ElectionView> observer);

	/**
	 * Add a listener.
	 * @param listener the listener
	 * @return removes the listener
	 */
	Cancellable addListener(LeadershipListener listener);

}
