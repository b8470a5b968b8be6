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
final class HandOver implements Recipe {

	private static final Logger logger = LoggerFactory.getLogger(ZkClient.class);

	private final String baton;

	private final List<String> left;

	private final CompletableFuture<Optional<Session>> ready = new CompletableFuture<>();

	/**
	 * Create a hand-over.
	 * @param baton the node to be taken by the other client
	 * @param left the nodes that recipes have left
	 */
	HandOver(String baton, List<String> left) {
		this.baton = baton;
		this.left = left;
	}

	/**
	 * Return the session that can be left now, empty if it has to be closed.
	 */
	CompletableFuture<Optional<Session>> ready() {
		return this.ready;
	}

	@Override
	public void onSession(Session session) {
		new Baton(session, this.baton).offer((refused) -> {
			refused.ifPresent((why) -> logger.warn("The session can't be handed over, and is closed: {}", why));
			this.ready.complete(refused.isPresent() ? Optional.empty() : Optional.of(session));
		});
	}

	@Override
	public void onSessionOver(SessionState why) {
		this.ready.complete(Optional.empty());
	}

	@Override
	public CompletionStage<Void> onClosing() {
		return CompletableFuture.completedStage(null);
	}

	/**
	 * Leave the session.
	 */
	CompletionStage<Optional<SessionTicket>> leave(Session session) {
		List<String> all = new ArrayList<>(this.left);
		all.addAll(session.takeOverAll());
		CompletableFuture<Optional<SessionTicket>> ticket = new CompletableFuture<>();
		session.znodes()
			.leave((password) -> ticket
				.complete(Optional.of(new SessionTicket(new SessionTicket.Owner(session.id(), password),
						session.rules().timeout(), this.baton, all))));
		return ticket;
	}

}
