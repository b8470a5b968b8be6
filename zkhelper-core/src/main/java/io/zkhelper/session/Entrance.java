package io.zkhelper.session;

import java.util.function.Consumer;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * The way into a session: open if the session is a new one. If another client has begun
 * it, then once that one's ticket has been found good.
 */
final class Entrance {

	private final Session session;

	private final @Nullable SessionTicket ticket;

	private final Runnable enter;

	private final Consumer<String> turnAway;

	private boolean asked;

	/**
	 * Create an entrance.
	 * @param session the session
	 * @param ticket the ticket, {@code null} for a new session
	 * @param enter called when the session can be used, and at each reconnect since
	 * @param turnAway takes why it can't be used
	 */
	Entrance(Session session, @Nullable SessionTicket ticket, Runnable enter, Consumer<String> turnAway) {
		this.session = session;
		this.ticket = ticket;
		this.enter = enter;
		this.turnAway = turnAway;
	}

	void onConnected(Supplier<String> identities) {
		if (!this.session.isBorrowed() || this.ticket == null) {
			this.enter.run();
		}
		else if (!this.asked) {
			this.asked = true;
			new Baton(this.session, this.ticket.baton()).take(identities.get(),
					(refused) -> refused.ifPresentOrElse(this.turnAway, this::onTaken));
		}
	}

	private void onTaken() {
		this.session.takenOver();
		if (this.session.isConnected()) {
			this.enter.run();
		}
	}

}
