package io.zkhelper.claim;

import java.util.List;
import java.util.function.Consumer;

import io.zkhelper.session.Answer;
import io.zkhelper.session.Change;
import io.zkhelper.session.NodeData;
import io.zkhelper.session.NodeKind;
import io.zkhelper.session.Paths;
import io.zkhelper.session.Session;
import io.zkhelper.session.ZnodeError;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the place of a node that another client has left in the session, by a node of its
 * own: with a name that nobody else knows, so that whatever names the old one finds it
 * gone, and with a content that says who stands there now. Both change in one
 * transaction, so that nobody comes in between.
 */
final class Adoption {

	private static final Logger logger = LoggerFactory.getLogger(Adoption.class);

	private final Session session;

	private final ClaimSpec spec;

	private final String identity;

	private final Consumer<Place> taken;

	private final Runnable gone;

	/**
	 * Create an adoption.
	 * @param session the session of both nodes
	 * @param spec what the new one is for
	 * @param identity the identity of the new one
	 * @param taken takes the new node
	 * @param gone called if there is no place to take
	 */
	Adoption(Session session, ClaimSpec spec, String identity, Consumer<Place> taken, Runnable gone) {
		this.session = session;
		this.spec = spec;
		this.identity = identity;
		this.taken = taken;
		this.gone = gone;
	}

	/**
	 * Begin.
	 * @param left the old node
	 */
	void start(String left) {
		this.session.znodes().sync(left, (synced) -> this.session.znodes().read(left, (answer) -> {
			if (this.session.retryIfUnknown(synced, () -> start(left))
					|| this.session.retryIfUnknown(answer, () -> start(left))) {
				return;
			}
			if (answer.isOk() && this.session.owns(answer.value().stat())) {
				replace(answer.value());
			}
			else {
				giveUp(left, answer.isOk() ? "it is of another session" : answer.why().toString());
			}
		}));
	}

	private void replace(NodeData old) {
		Contender before = Contender.parse(Paths.nameOf(old.path())).orElseThrow();
		long origin = before.origin().orElse(old.stat().czxid());
		String number = before.name().substring(before.name().length() - Contender.DIGITS);
		String name = Contender.nameInPlaceOf(origin, this.identity, this.spec.form().marker() + number);
		attempt(old.path(), new Place(new Contender(name, before.sequence()), origin));
	}

	// An attempt whose answer was lost may have been applied, or may be about to: another
	// one fails then, and only after that one is it certain who is there
	private void attempt(String old, Place place) {
		List<Change> changes = List.of(new Change.Delete(old, Change.ANY_VERSION), new Change.Create(
				this.spec.path(place.own().name()), this.spec.payload().apply(this.identity), NodeKind.EPHEMERAL));
		this.session.znodes().multi(changes, (answer) -> {
			if (answer.isOk()) {
				this.taken.accept(place);
			}
			else if (answer.failedWith(ZnodeError.NO_NODE) || answer.failedWith(ZnodeError.NODE_EXISTS)) {
				look(old, place);
			}
			else if (!this.session.retryIfUnknown(answer, () -> attempt(old, place))) {
				giveUp(old, answer.why().toString());
			}
		});
	}

	private void look(String old, Place place) {
		Change.Check own = new Change.Check(this.spec.path(place.own().name()), Change.ANY_VERSION);
		this.session.znodes().multi(List.of(own), (answer) -> {
			if (answer.isOk()) {
				this.taken.accept(place);
			}
			else if (!this.session.retryIfUnknown(answer, () -> look(old, place))) {
				giveUp(old, answer.why().toString());
			}
		});
	}

	private void giveUp(String left, String why) {
		logger.info("The place of '{}' can't be taken, so that the end of the queue is: {}", left, why);
		this.gone.run();
	}

	/**
	 * A place in the queue.
	 *
	 * @param own the node that stands there now
	 * @param origin the transaction by which the first one there has come
	 */
	record Place(Contender own, long origin) {
	}

}
