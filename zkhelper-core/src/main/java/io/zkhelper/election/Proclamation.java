package io.zkhelper.election;

import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import io.zkhelper.session.Answer;
import io.zkhelper.session.Change;
import io.zkhelper.session.CommitResult;
import io.zkhelper.session.Guard;
import io.zkhelper.session.NodeKind;
import io.zkhelper.session.NodeStat;
import io.zkhelper.session.Promise;
import io.zkhelper.session.Refusal;
import io.zkhelper.session.Session;
import io.zkhelper.session.ZnodeError;
import org.jspecify.annotations.Nullable;

/**
 * Writes what a leader has to say into a node of its own, so that the term record stays
 * untouched. Values arrive in the order in which they were handed in: all are sent from
 * the event loop, each in one step, the first right behind the node that is to hold it,
 * and only the latest is ever sent again.
 */
final class Proclamation implements Proclaimer {

	private final Office office;

	private final Session session;

	private final Guard guard;

	private final String candidate;

	private long turns;

	private @Nullable Answer<List<NodeStat>> made;

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
				write(data, result);
			}
		});
		return result.stage();
	}

	private String path() {
		return this.office.paths().value();
	}

	private void write(byte[] data, Promise<CommitResult> result) {
		long turn = ++this.turns;
		if (turn == 1) {
			make();
		}
		set(data, (answer) -> {
			// Others have deleted the node; what was said since must not be overwritten
			if (isMissing(answer) && turn == this.turns) {
				make();
				set(data, (second) -> result.keep(resultOf(second)));
			}
			else {
				result.keep(resultOf(answer));
			}
		});
	}

	private void make() {
		change(new Change.Create(path(), new byte[0], NodeKind.PERSISTENT), (answer) -> this.made = answer);
	}

	private void set(byte[] data, Consumer<Answer<List<NodeStat>>> answer) {
		change(new Change.SetData(path(), data, Change.ANY_VERSION), answer);
	}

	private void change(Change change, Consumer<Answer<List<NodeStat>>> answer) {
		Change proof = new Change.Check(this.candidate, Change.ANY_VERSION);
		this.session.znodes().multi(List.of(proof, change), answer);
	}

	private boolean isMissing(Answer<List<NodeStat>> answer) {
		return answer.failedWith(ZnodeError.NO_NODE) && answer.why().path().equals(path());
	}

	// Why the node could not be made says more than that it is not there
	private CommitResult resultOf(Answer<List<NodeStat>> answer) {
		Answer<?> making = this.made;
		boolean refused = making != null && !making.isOk() && !making.failedWith(ZnodeError.NODE_EXISTS);
		return this.guard.resultOf((making != null && refused && isMissing(answer)) ? making : answer);
	}

}
