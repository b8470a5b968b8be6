package io.zkhelper.election;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

import io.zkhelper.session.Cancellable;

/**
 * An election without servers.
 */
final class LocalElection implements LeaderElection {

	LocalElection(String name, Participant participant, boolean leads) {
		throw new UnsupportedOperationException(name + participant + leads);
	}

	@Override
	public String name() {
		throw new UnsupportedOperationException();
	}

	@Override
	public Participant participant() {
		throw new UnsupportedOperationException();
	}

	@Override
	public void start() {
		throw new UnsupportedOperationException();
	}

	@Override
	public CompletionStage<Void> stop() {
		throw new UnsupportedOperationException();
	}

	@Override
	public void close() {
		throw new UnsupportedOperationException();
	}

	@Override
	public boolean isLeader() {
		throw new UnsupportedOperationException();
	}

	@Override
	public Optional<Leadership> leadership() {
		throw new UnsupportedOperationException();
	}

	@Override
	public Optional<Participant> leader() {
		throw new UnsupportedOperationException();
	}

	@Override
	public ElectionView view() {
		throw new UnsupportedOperationException();
	}

	@Override
	public Optional<Participant> awaitLeader(Duration timeout) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Optional<Leadership> awaitLeadership(Duration timeout) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Optional<LeaderWork> startWork(Runnable cancel) {
		throw new UnsupportedOperationException();
	}

	@Override
	public CompletionStage<Void> resign() {
		throw new UnsupportedOperationException();
	}

	@Override
	public CompletionStage<Void> pause() {
		throw new UnsupportedOperationException();
	}

	@Override
	public CompletionStage<Void> resume() {
		throw new UnsupportedOperationException();
	}

	@Override
	public Cancellable addListener(LeadershipListener listener) {
		throw new UnsupportedOperationException();
	}

}
