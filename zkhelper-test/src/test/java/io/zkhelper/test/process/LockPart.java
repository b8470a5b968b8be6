package io.zkhelper.test.process;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.LockSupport;

import io.zkhelper.election.Participant;
import io.zkhelper.lock.DistributedLock;
import io.zkhelper.lock.DistributedLocks;
import io.zkhelper.lock.HeldLock;
import io.zkhelper.lock.LockLoss;
import io.zkhelper.lock.LockLostException;
import io.zkhelper.lock.LockOptions;
import io.zkhelper.session.ZkClient;

/**
 * The part of somebody who wants a lock all the time: asks for it, keeps it until it is
 * lost, and asks again.
 */
final class LockPart implements Part, Check {

	/** What a careless one takes to notice that it has lost the lock. */
	private static final Duration WORK_STOPS = Duration.ofMillis(100);

	private final ZkClient client;

	private final DistributedLock lock;

	private final PrintStream output;

	private final boolean careless;

	private volatile HeldLock held;

	private volatile boolean flag;

	private volatile boolean closed;

	private LockPart(ZkClient client, DistributedLock lock, PrintStream output, boolean careless) {
		this.client = client;
		this.lock = lock;
		this.output = output;
		this.careless = careless;
	}

	static Part of(Settings settings, Participant who, LockOptions options, PrintStream output) {
		ZkClient client = settings.connect();
		DistributedLock lock = DistributedLocks.builder(client)
			.instance(who.id())
			.build()
			.get(settings.name(), options);
		LockPart part = new LockPart(client, lock, output, settings.careless());
		part.ask();
		return part;
	}

	private void ask() {
		if (!this.closed) {
			this.lock.acquireAsync().thenAccept(this::hold).exceptionally(this::failed);
		}
	}

	private void hold(HeldLock granted) {
		Term term = Term.of(granted);
		this.output.println(Event.line(Event.Kind.GRANTED, term, "-"));
		this.held = granted;
		this.flag = true;
		granted.onLost((reason) -> lost(term, reason));
	}

	private void lost(Term term, LockLoss reason) {
		this.output.println(Event.line(Event.Kind.REVOKED, term, reason.name()));
		if (this.careless) {
			LockSupport.parkNanos(WORK_STOPS.toNanos());
		}
		this.flag = false;
		ask();
	}

	/**
	 * The place in the queue was lost, or the lock as soon as it was granted. Anything
	 * else is an error, and this process will be missed.
	 */
	private Void failed(Throwable failure) {
		Throwable cause = (failure instanceof CompletionException) ? failure.getCause() : failure;
		if (cause instanceof LockLostException) {
			ask();
		}
		else if (!this.closed) {
			cause.printStackTrace();
		}
		return null;
	}

	@Override
	public Check check() {
		return this;
	}

	@Override
	public boolean leads() {
		HeldLock newest = this.held;
		return this.careless ? this.flag : newest != null && newest.isValid();
	}

	@Override
	public Optional<Term> term() {
		try {
			return Optional.ofNullable(this.held).map(Term::of);
		}
		catch (LockLostException ex) {
			return Optional.empty();
		}
	}

	@Override
	public void close() {
		this.closed = true;
		HeldLock newest = this.held;
		if (newest != null && newest.isValid()) {
			this.output.println(Event.line(Event.Kind.REVOKED, Term.of(newest), "CLOSED"));
			newest.close();
		}
		this.client.close();
	}

}
