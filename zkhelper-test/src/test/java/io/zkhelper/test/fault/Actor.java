package io.zkhelper.test.fault;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.zkhelper.lock.DistributedLock;
import io.zkhelper.lock.DistributedLocks;
import io.zkhelper.lock.LockOptions;
import io.zkhelper.election.ElectionOptions;
import io.zkhelper.session.SessionState;
import io.zkhelper.session.ZkClient;
import io.zkhelper.session.ZkClientOptions;

/**
 * A process with a client behind a proxy of its own.
 */
final class Actor {

	private final String name;

	private final Course course;

	private final ZkClient client;

	private final DistributedLocks locks;

	private final List<Want> wants = new CopyOnWriteArrayList<>();

	private final List<Candidate> candidates = new CopyOnWriteArrayList<>();

	private volatile boolean closing;

	Actor(String name, Course course, String connectString) {
		this.name = name;
		this.course = course;
		this.client = ZkClient
			.connect(ZkClientOptions.of(connectString).withTiming(Arena.TIMING).withRoot(course.root()));
		this.locks = DistributedLocks.on(this.client);
	}

	boolean isClosing() {
		return this.closing;
	}

	Course course() {
		return this.course;
	}

	ZkClient client() {
		return this.client;
	}

	DistributedLocks locks() {
		return this.locks;
	}

	boolean isConnected() {
		return this.client.state() == SessionState.CONNECTED;
	}

	Want want(String lock) {
		return want(lock, LockOptions.DEFAULT);
	}

	Want want(String lock, LockOptions options) {
		return want(Share.allOf(lock), this.locks.get(lock, options));
	}

	Want want(Share share, DistributedLock lock) {
		return want(new Want(this, share, lock::acquireAsync));
	}

	Want want(Want want) {
		this.wants.add(want);
		return want;
	}

	Candidate candidate(ElectionOptions options) {
		Candidate candidate = new Candidate(this, options);
		this.candidates.add(candidate);
		return candidate;
	}

	List<Candidate> candidates() {
		return this.candidates;
	}

	void renew() {
		if (!this.closing) {
			this.wants.forEach(Want::renew);
		}
	}

	/**
	 * Let everything go, and keep the session.
	 */
	void letGo() {
		if (this.closing) {
			return;
		}
		this.wants.forEach(Want::letGo);
		this.candidates.forEach(Candidate::stop);
		this.course.await(this + " has let go", () -> this.wants.stream().allMatch(Want::isGone)
				&& this.candidates.stream().allMatch(Candidate::isOut));
	}

	/**
	 * Close the client, whatever it holds.
	 */
	void close() {
		beginClose();
		this.course.await(this + " is closed", this::isClosed);
		this.candidates.forEach(Candidate::requireRevoked);
	}

	void beginClose() {
		this.closing = true;
		this.client.closeAsync();
	}

	private boolean isClosed() {
		return this.client.closeAsync().toCompletableFuture().isDone();
	}

	@Override
	public String toString() {
		return this.name;
	}

}
