package io.zkhelper.election;

import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;

import io.zkhelper.session.Answer;
import io.zkhelper.session.Change;
import io.zkhelper.session.CommitResult;
import io.zkhelper.session.Directories;
import io.zkhelper.session.Guard;
import io.zkhelper.session.NodeKind;
import io.zkhelper.session.NodeStat;
import io.zkhelper.session.Promise;
import io.zkhelper.session.Refusal;
import io.zkhelper.session.Session;
import io.zkhelper.session.ZnodeError;

/**
 * Writes what a leader has to say into a node of its own, so that the term record stays
 * untouched. Everything is sent from the event loop, and a second try takes as many steps
 * as any other: so values arrive in the order in which they were handed in.
 */
final class Proclamation implements Proclaimer {

	private final Office office;

	private final Session session;

	private final Guard guard;

	private final String candidate;

	/**
	 * Create for one term.
	 * @param office what all parts of the campaign work with
	 * @param session the session of the leader's node
	 * @param guard the proof of the term
	 * @param candidate the leader's node
	 */
	Proclamation(Office office, Session session, Guard guard, String candidate) {
		this.office = office;
		this.session = session;
		this.guard = guard;
		this.candidate = candidate;
	}

	@Override
	public CompletionStage<CommitResult> proclaim(Proclaimed value, BooleanSupplier valid) {
		byte[] data = Payloads.bytes(value);
		Promise<CommitResult> result = new Promise<>(this.office.engine().listenerExecutor());
		this.office.loop().execute(() -> {
			if (!valid.getAsBoolean()) {
				result.keep(new CommitResult.Fenced());
			}
			else if (!this.session.isConnected()) {
				result.keep(new CommitResult.Refused(new Refusal(ZnodeError.CONNECTION_LOSS, path())));
			}
			else {
				write(data, result, true);
			}
		});
		return result.stage();
	}

	private String path() {
		return this.office.paths().value();
	}

	private void write(byte[] data, Promise<CommitResult> result, boolean first) {
		List<Change> changes = List.of(new Change.Check(this.candidate, Change.ANY_VERSION),
				new Change.SetData(path(), data, Change.ANY_VERSION));
		this.session.znodes().multi(changes, (answer) -> {
			if (first && isMissing(answer)) {
				make(data, result);
			}
			else {
				result.keep(this.guard.resultOf(answer));
			}
		});
	}

	private boolean isMissing(Answer<List<NodeStat>> answer) {
		return answer.failedWith(ZnodeError.NO_NODE) && answer.why().path().equals(path());
	}

	private void make(byte[] data, Promise<CommitResult> result) {
		Change.Create blank = new Change.Create(path(), new byte[0], NodeKind.PERSISTENT);
		new Directories(this.session.znodes()).ensure(blank, (answer) -> {
			if (answer.isOk()) {
				write(data, result, false);
			}
			else {
				result.keep(this.guard.resultOf(answer));
			}
		});
	}

}
