package io.zkhelper.test.memory;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * What was proposed to a server and is not committed yet, as far as it knows. It goes to
 * disk in order; what has not got there is lost in a crash.
 */
final class ProposalLog {

	private final Disk disk;

	private final Deque<Transaction> ahead = new ArrayDeque<>();

	private long newestOnDisk;

	ProposalLog(Disk disk) {
		this.disk = disk;
	}

	void add(Transaction transaction, Runnable onDisk) {
		this.ahead.add(transaction);
		this.disk.write(() -> {
			this.newestOnDisk = transaction.zxid();
			onDisk.run();
		});
	}

	boolean remove(Transaction transaction) {
		return this.ahead.remove(transaction);
	}

	/**
	 * Return the last one, if there is one.
	 */
	@Nullable Transaction last() {
		return this.ahead.peekLast();
	}

	int size() {
		return this.ahead.size();
	}

	void crash() {
		this.disk.drop();
		this.ahead.removeIf((transaction) -> transaction.zxid() > this.newestOnDisk);
	}

	/**
	 * Forget everything, since somebody else knows better.
	 */
	void clear() {
		this.disk.drop();
		this.ahead.clear();
		this.newestOnDisk = 0;
	}

	/**
	 * Take what there is, in order, as committed.
	 */
	void drainTo(Consumer<Transaction> commit) {
		this.ahead.forEach(commit);
		this.ahead.clear();
		this.newestOnDisk = 0;
	}

}
