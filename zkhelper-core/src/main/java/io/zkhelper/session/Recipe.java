package io.zkhelper.session;

import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * Something that lives in the sessions of a client, one after the other. All methods are
 * called on the event loop.
 *
 * @since 1.0.0
 */
public interface Recipe {

	/**
	 * There is a session and a server. Called for each session once, also when the recipe
	 * was added late.
	 * @param session the session, connected
	 */
	void onSession(Session session);

	/**
	 * The session has lost its server. What is held stays held until its lease ends.
	 */
	default void onSuspended() {
	}

	/**
	 * The session has a server again. Nothing that was read before is certain any more.
	 */
	default void onResumed() {
	}

	/**
	 * The session is over, and all that was held with it.
	 * @param why {@link SessionState#EXPIRED}, {@link SessionState#AUTH_FAILED} or
	 * {@link SessionState#CLOSED}
	 */
	void onSessionOver(SessionState why);

	/**
	 * The client is about to close: let go of everything, without waiting for work. It
	 * may be the only call, of a recipe that comes when the client is closing or closed
	 * already, and it may come twice, or after {@link #onDetaching()}.
	 * @return completes when that is done
	 */
	CompletionStage<Void> onClosing();

	/**
	 * The client is about to hand its session over: let go of everything, without waiting
	 * for work, and leave nothing behind but what the next client can take over. By
	 * default as when the client closes. Who leaves nodes to the end of the session then
	 * has to delete them here, since the session goes on.
	 * @return completes when that is done, with the nodes to be taken over by
	 * {@link Session#takeOver}
	 */
	default CompletionStage<List<String>> onDetaching() {
		return onClosing().thenApply((released) -> List.of());
	}

}
