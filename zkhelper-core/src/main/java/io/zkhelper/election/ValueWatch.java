package io.zkhelper.election;

import java.util.Optional;

import io.zkhelper.session.Answer;
import io.zkhelper.session.Cancellable;
import io.zkhelper.session.NodeData;
import io.zkhelper.session.Rounds;
import io.zkhelper.session.Session;
import io.zkhelper.session.ZnodeError;

/**
 * Watches what leaders proclaim, while somebody wants to know.
 */
final class ValueWatch {

	private static final Cancellable NOTHING = () -> {
	};

	private final String path;

	private final Runnable changed;

	private Cancellable watch = NOTHING;

	private final Rounds rounds = new Rounds();

	private boolean wanted;

	private Optional<Proclaimed> latest = Optional.empty();

	ValueWatch(String path, Runnable changed) {
		this.path = path;
		this.changed = changed;
	}

	/**
	 * Watch from the next load on, or no more.
	 * @return {@code false} if that is so already
	 */
	boolean want(boolean wanted) {
		boolean changed = this.wanted != wanted;
		this.wanted = wanted;
		if (!wanted) {
			cancel();
		}
		return changed;
	}

	Optional<Proclaimed> latest() {
		return this.latest;
	}

	void cancel() {
		this.rounds.next();
		this.watch.cancel();
	}

	/**
	 * Read the latest, if somebody wants to know.
	 * @param loaded called when it is known, not called when an answer is lost
	 */
	void load(Session session, Runnable loaded) {
		cancel();
		if (!this.wanted) {
			this.latest = Optional.empty();
			loaded.run();
			return;
		}
		this.watch = session.znodes()
			.watch(this.path, (event) -> this.changed.run(),
					this.rounds.answer((answer) -> onValue(session, loaded, answer)));
	}

	private void onValue(Session session, Runnable loaded, Answer<NodeData> answer) {
		if (answer.failedWith(ZnodeError.NO_NODE)) {
			awaitFirst(session, loaded);
		}
		else if (answer.isOk() || !answer.why().error().isOutcomeUnknown()) {
			this.latest = Optional.ofNullable(answer.result()).flatMap((node) -> Payloads.readProclaimed(node.data()));
			loaded.run();
		}
	}

	private void awaitFirst(Session session, Runnable loaded) {
		this.latest = Optional.empty();
		this.watch = session.znodes()
			.watchExistence(this.path, (event) -> this.changed.run(), this.rounds.answer((answer) -> {
				if (answer.isOk() && answer.value().isPresent()) {
					this.changed.run();
				}
				if (answer.isOk() || !answer.why().error().isOutcomeUnknown()) {
					loaded.run();
				}
			}));
	}

}
