package io.zkhelper.lock;

import java.util.List;

import io.zkhelper.claim.Contender;
import io.zkhelper.session.Change;
import io.zkhelper.session.EventLoop;
import io.zkhelper.session.Moment;
import io.zkhelper.session.NodeKind;
import io.zkhelper.session.Paths;
import io.zkhelper.session.Refusal;
import io.zkhelper.session.ZnodeError;
import io.zkhelper.session.Znodes;

/**
 * A reader's node that takes the place of a writer's, in one transaction, so that nobody
 * comes in between. Its name has the old number, and says which transaction has made the
 * old node.
 */
final class Heir {

	private final LockNode old;

	private final String identity;

	private final Contender contender;

	/**
	 * Create an heir that does not exist yet.
	 * @param old the writer's node
	 * @param identity the identity of the reader
	 */
	Heir(LockNode old, String identity) {
		this.old = old;
		this.identity = identity;
		String digits = old.path().substring(old.path().length() - Contender.DIGITS);
		this.contender = Contender.parse(Contender.nameInPlaceOf(old.zxid(), identity, LockOrder.READ_MARKER + digits))
			.orElseThrow();
	}

	LockNode old() {
		return this.old;
	}

	String identity() {
		return this.identity;
	}

	Contender contender() {
		return this.contender;
	}

	private String path() {
		return Paths.parentOf(this.old.path()) + "/" + this.contender.name();
	}

	/**
	 * Take the place.
	 * @param loop the clocks
	 * @param payload what the node is to say
	 * @param kind whether it ends with the session
	 * @param fate is told how that went
	 */
	void succeed(EventLoop loop, byte[] payload, NodeKind kind, Fate fate) {
		List<Change> changes = List.of(new Change.Delete(this.old.path(), Change.ANY_VERSION),
				new Change.Create(path(), payload, kind));
		attempt(loop.now(), changes, fate);
	}

	// An attempt whose answer was lost may have been applied, or may be about to: another
	// one fails then, and only after that one is it certain who is there
	private void attempt(Moment sent, List<Change> changes, Fate fate) {
		znodes().multi(changes, (answer) -> {
			if (answer.isOk()) {
				fate.onSucceeded(sent);
			}
			else if (answer.why().error().isOutcomeUnknown()) {
				this.old.session().whenConnected(() -> attempt(sent, changes, fate));
			}
			else if (answer.failedWith(ZnodeError.NO_NODE) || answer.failedWith(ZnodeError.NODE_EXISTS)) {
				lookForItself(sent, fate);
			}
			else {
				fate.onRefused(answer.why());
			}
		});
	}

	private void lookForItself(Moment sent, Fate fate) {
		znodes().multi(List.of(new Change.Check(path(), Change.ANY_VERSION)), (answer) -> {
			if (answer.isOk()) {
				fate.onSucceeded(sent);
			}
			else if (answer.failedWith(ZnodeError.NO_NODE)) {
				fate.onGone();
			}
			else if (answer.why().error().isOutcomeUnknown()) {
				this.old.session().whenConnected(() -> lookForItself(sent, fate));
			}
			else {
				fate.onRefused(answer.why());
			}
		});
	}

	private Znodes znodes() {
		return this.old.session().znodes();
	}

	/**
	 * Is told what becomes of the heir. Nothing is told once the session is over.
	 */
	interface Fate {

		/**
		 * The place is taken.
		 * @param sent when the transaction was sent
		 */
		void onSucceeded(Moment sent);

		/**
		 * There is no place to take any more.
		 */
		void onGone();

		void onRefused(Refusal refusal);

	}

}
