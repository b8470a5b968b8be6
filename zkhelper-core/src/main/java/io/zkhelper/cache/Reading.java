package io.zkhelper.cache;

import java.util.List;
import java.util.Optional;

import io.zkhelper.session.Answer;
import io.zkhelper.session.Cancellable;
import io.zkhelper.session.NodeData;
import io.zkhelper.session.NodeStat;
import io.zkhelper.session.Refusal;
import io.zkhelper.session.ZnodeError;
import io.zkhelper.session.Znodes;

/**
 * One look at a node, with a watch for the next change. Lives on the event loop.
 */
final class Reading {

	/** A node may come, change or go while it is looked at. */
	private static final int TRIES = 3;

	private final Znodes znodes;

	private final String path;

	private final Aspect aspect;

	private final Listener listener;

	private Cancellable watch = () -> {
	};

	private Answer<List<String>> names = Answer.of(List.of());

	private int tries;

	private boolean changed;

	private boolean done;

	Reading(Znodes znodes, String path, Aspect aspect, Listener listener) {
		this.znodes = znodes;
		this.path = path;
		this.aspect = aspect;
		this.listener = listener;
	}

	void begin() {
		this.watch.cancel();
		this.tries++;
		this.changed = false;
		if (this.aspect == Aspect.DATA) {
			this.watch = this.znodes.watch(this.path, (event) -> onChanged(), this::onData);
		}
		else {
			this.watch = this.znodes.watchChildren(this.path, this::onChanged, (answer) -> this.names = answer);
			// Behind the names, so that a change in between is told before the answer
			this.znodes.exists(this.path, this::onStat);
		}
	}

	private void onChanged() {
		this.changed = true;
		if (this.done) {
			this.listener.onChanged();
		}
	}

	private void onData(Answer<NodeData> answer) {
		if (answer.isOk()) {
			finish(Content.of(answer.value()));
		}
		else {
			onRefused(answer.why());
		}
	}

	private void onStat(Answer<Optional<NodeStat>> answer) {
		if (!this.names.isOk()) {
			onRefused(this.names.why());
		}
		else if (!answer.isOk()) {
			onRefused(answer.why());
		}
		else if (this.changed && this.tries < TRIES) {
			begin();
		}
		else {
			finish(answer.value().map((stat) -> Content.of(this.names.value(), stat)).orElse(Content.ABSENT));
		}
	}

	private void onRefused(Refusal refusal) {
		if (refusal.error() == ZnodeError.NO_NODE) {
			this.changed = false;
			this.watch = this.znodes.watchExistence(this.path, (event) -> onChanged(), this::onExistence);
		}
		else {
			this.watch.cancel();
			this.listener.onRefused(refusal);
		}
	}

	// It may have come since it was not found
	private void onExistence(Answer<Optional<NodeStat>> answer) {
		if (!answer.isOk()) {
			onRefused(answer.why());
		}
		else if (answer.value().isPresent() && this.tries < TRIES) {
			begin();
		}
		else {
			this.changed |= answer.value().isPresent();
			finish(Content.ABSENT);
		}
	}

	private void finish(Content content) {
		this.done = true;
		this.listener.onContent(content, this.watch);
		if (this.changed) {
			this.listener.onChanged();
		}
	}

	/**
	 * Is told how it went.
	 */
	interface Listener {

		/**
		 * This is what there is.
		 */
		void onContent(Content content, Cancellable watch);

		/**
		 * What was read is not true any more; at most once, after the content.
		 */
		void onChanged();

		/**
		 * Nothing was read.
		 */
		void onRefused(Refusal refusal);

	}

}
