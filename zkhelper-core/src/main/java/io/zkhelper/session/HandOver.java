package io.zkhelper.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a session ready for another client, when all recipes have let go of it: as soon
 * as there is a server, or never if the session ends before.
 */
final class HandOver {

	private static final Logger logger = LoggerFactory.getLogger(ZkClient.class);

	private final Session session;

	private final String baton;

	private final List<String> left;

	private final CompletableFuture<Boolean> ready = new CompletableFuture<>();

	/**
	 * Create a hand-over.
	 * @param session the session in which recipes have left nodes; over by now, perhaps
	 * @param baton the node to be taken by the other client
	 * @param left the nodes that recipes have left
	 */
	HandOver(Session session, String baton, List<String> left) {
		this.session = session;
		this.baton = baton;
		this.left = left;
	}

	/**
	 * Begin.
	 * @return completes with whether the session can be left now; if not, there is
	 * nothing to do but to close
	 */
	CompletionStage<Boolean> begin() {
		if (this.session.isOver()) {
			onSessionOver();
		}
		else {
			new Baton(this.session, this.baton).offer((refused) -> {
				refused.ifPresent((why) -> logger.warn("The session can't be handed over, and is closed: {}", why));
				this.ready.complete(refused.isEmpty());
			});
		}
		return this.ready;
	}

	/**
	 * The session has ended before it was left.
	 */
	void onSessionOver() {
		this.ready.complete(false);
	}

	/**
	 * Leave the session.
	 */
	CompletionStage<Optional<SessionTicket>> leave() {
		List<String> all = new ArrayList<>(this.left);
		all.addAll(this.session.takeOverAll());
		CompletableFuture<Optional<SessionTicket>> ticket = new CompletableFuture<>();
		this.session.znodes()
			.leave((password) -> ticket
				.complete(Optional.of(new SessionTicket(new SessionTicket.Owner(this.session.id(), password),
						this.session.rules().timeout(), this.baton, all))));
		return ticket;
	}

}
