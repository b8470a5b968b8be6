package io.zkhelper.session;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers messages to one receiver on an executor: in order, one at a time, and without
 * ever making the sender wait. Only one thread may send.
 */
final class Mailbox {

	private static final Logger logger = LoggerFactory.getLogger(Mailbox.class);

	private static final Runnable TAKEN = () -> {
	};

	private final Executor executor;

	private final Queue<AtomicReference<Runnable>> letters = new ConcurrentLinkedQueue<>();

	private final AtomicInteger undelivered = new AtomicInteger();

	private @Nullable AtomicReference<Runnable> replaceable;

	Mailbox(Executor executor) {
		this.executor = executor;
	}

	void post(Runnable message) {
		this.replaceable = null;
		add(new AtomicReference<>(message));
	}

	/**
	 * Send a message that makes the one before it worthless, if that was sent by this
	 * method too and has not been delivered.
	 */
	void postLatest(Runnable message) {
		if (this.replaceable != null && replace(this.replaceable, message)) {
			return;
		}
		this.replaceable = new AtomicReference<>(message);
		add(this.replaceable);
	}

	private static boolean replace(AtomicReference<Runnable> letter, Runnable message) {
		Runnable previous = letter.get();
		return previous != TAKEN && letter.compareAndSet(previous, message);
	}

	private void add(AtomicReference<Runnable> letter) {
		this.letters.add(letter);
		if (this.undelivered.getAndIncrement() == 0) {
			this.executor.execute(this::deliver);
		}
	}

	private void deliver() {
		do {
			AtomicReference<Runnable> letter = this.letters.remove();
			run(letter.getAndSet(TAKEN));
		}
		while (this.undelivered.decrementAndGet() > 0);
	}

	private static void run(Runnable message) {
		try {
			message.run();
		}
		catch (RuntimeException | Error ex) {
			logger.warn("A listener has thrown", ex);
		}
	}

}
