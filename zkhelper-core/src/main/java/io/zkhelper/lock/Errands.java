package io.zkhelper.lock;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

import io.zkhelper.session.Recipe;
import io.zkhelper.session.Session;
import io.zkhelper.session.SessionState;
import org.jspecify.annotations.Nullable;

/**
 * What locks have to do with the servers beside standing in queues.
 */
final class Errands implements Recipe {

	private final LockContext context;

	private final Set<Errand> open = new LinkedHashSet<>();

	private @Nullable Session session;

	private boolean closed;

	/**
	 * Create without any errand.
	 * @param context what all locks work with
	 */
	Errands(LockContext context) {
		this.context = context;
		context.engine().add(this);
	}

	LockContext context() {
		return this.context;
	}

	/**
	 * Begin an errand. For the event loop.
	 */
	void add(Errand errand) {
		if (this.closed || this.context.client().state() == SessionState.CLOSED) {
			errand.onSessionOver(LockLoss.CLIENT_CLOSED);
			return;
		}
		this.open.add(errand);
		if (this.session != null && this.session.isConnected()) {
			errand.onServer(this.session);
		}
	}

	/**
	 * An errand is done. For the event loop.
	 */
	void remove(Errand errand) {
		this.open.remove(errand);
	}

	private void tell(Consumer<Errand> message) {
		List.copyOf(this.open).stream().filter(this.open::contains).forEach(message);
	}

	@Override
	public void onSession(Session begun) {
		this.session = begun;
		tell((errand) -> errand.onServer(begun));
	}

	@Override
	public void onResumed() {
		Session present = this.session;
		if (present != null) {
			tell((errand) -> errand.onServer(present));
		}
	}

	@Override
	public void onSessionOver(SessionState why) {
		this.session = null;
		tell((errand) -> errand.onSessionOver(LockClaims.loss(why)));
	}

	@Override
	public CompletionStage<Void> onClosing() {
		this.closed = true;
		tell((errand) -> errand.onSessionOver(LockLoss.CLIENT_CLOSED));
		return CompletableFuture.completedStage(null);
	}

}
