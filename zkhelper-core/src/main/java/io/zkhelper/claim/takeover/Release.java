package io.zkhelper.claim.takeover;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.zkhelper.claim.Removal;
import io.zkhelper.session.Answer;
import io.zkhelper.session.Change;
import io.zkhelper.session.NodeData;
import io.zkhelper.session.NodeStat;
import io.zkhelper.session.Session;
import io.zkhelper.session.ZnodeError;

/**
 * Lets go so that a successor need not wait: says so in the record and deletes the node,
 * in one transaction. Lives on the event loop.
 *
 * @since 1.0.0
 */
public final class Release {

	private final Session session;

	private final RecordNode record;

	private final String path;

	private final Ending ending;

	private final Runnable done;

	private final boolean leavesNode;

	/**
	 * Create a release, to be begun by {@link #start}.
	 * @param session the session that owns the node
	 * @param record the node of the record
	 * @param path the own node, which no claim looks after any more
	 * @param ending when and why
	 * @param done called when the own node is gone, or when the servers refuse to delete
	 * it; not called when the session is over before
	 */
	public Release(Session session, RecordNode record, String path, Ending ending, Runnable done) {
		this(session, record, path, ending, done, false);
	}

	private Release(Session session, RecordNode record, String path, Ending ending, Runnable done, boolean leavesNode) {
		this.session = session;
		this.record = record;
		this.path = path;
		this.ending = ending;
		this.done = done;
		this.leavesNode = leavesNode;
	}

	/**
	 * Return a release that leaves the node where it is, to be taken over by another
	 * client that goes on with the session.
	 * @return the other release
	 */
	public Release leavingNode() {
		return new Release(this.session, this.record, this.path, this.ending, this.done, true);
	}

	/**
	 * Begin to release.
	 * @param held the record as it was written by the grant
	 */
	public void start(ReadRecord held) {
		held.record()
			.map((record) -> record.released(this.ending, held.highestToken()))
			.flatMap(Release::bytes)
			.ifPresentOrElse((released) -> write(held, released), this::remove);
	}

	// Somebody else may have made the record longer than it may be
	private static Optional<byte[]> bytes(TermRecord record) {
		try {
			return Optional.of(record.toBytes());
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	private void write(ReadRecord held, byte[] released) {
		List<Change> changes = new ArrayList<>();
		changes.add(new Change.Check(this.path, Change.ANY_VERSION));
		changes.add(new Change.SetData(this.record.path(), released, held.version()));
		if (!this.leavesNode) {
			changes.add(new Change.Delete(this.path, Change.ANY_VERSION));
		}
		this.session.znodes().multi(changes, (answer) -> onAnswer(held, answer));
	}

	private void onAnswer(ReadRecord held, Answer<List<NodeStat>> answer) {
		if (answer.isOk()) {
			this.done.run();
		}
		else if (answer.failedWith(ZnodeError.BAD_VERSION)) {
			// Somebody else has written the record, an operator perhaps
			resolve(held);
		}
		else if (!this.session.retryIfUnknown(answer, () -> resolve(held))) {
			remove();
		}
	}

	private void resolve(ReadRecord held) {
		String record = this.record.path();
		this.session.znodes()
			.sync(record, (synced) -> this.session.znodes().read(record, (answer) -> onResolved(held, synced, answer)));
	}

	private void onResolved(ReadRecord held, Answer<String> synced, Answer<NodeData> answer) {
		if (this.session.retryIfUnknown(synced, () -> resolve(held))
				|| this.session.retryIfUnknown(answer, () -> resolve(held))) {
			return;
		}
		Optional<ReadRecord> read = Optional.ofNullable(answer.result()).map(this.record::read);
		if (read.flatMap(ReadRecord::record).filter((record) -> isSameTerm(record, held)).isPresent()) {
			start(read.get());
		}
		else {
			remove();
		}
	}

	private static boolean isSameTerm(TermRecord record, ReadRecord held) {
		return held.record()
			.filter((own) -> record.isHeldBy(own.candidate()) && record.term() == own.term())
			.isPresent();
	}

	private void remove() {
		if (this.leavesNode) {
			// Whoever comes next finds the record held, and waits
			this.done.run();
		}
		else {
			Removal.start(this.session, this.path, this.done);
		}
	}

}
