package io.zkhelper.presence;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

import io.zkhelper.session.Engine;
import io.zkhelper.session.Recipe;
import io.zkhelper.session.Session;
import io.zkhelper.session.SessionState;
import org.jspecify.annotations.Nullable;

/**
 * A presence from its start to its end, over all sessions. Lives on the event loop, but
 * for {@link #open()}.
 */
final class Registration implements Recipe {

	private final Engine engine;

	private final Standing standing;

	private final Subject subject;

	private final CompletableFuture<Void> over = new CompletableFuture<>();

	private @Nullable Upkeep upkeep;

	private boolean leaving;

	Registration(Engine engine, PresenceSpec spec, Standing standing, byte[] data) {
		this.engine = engine;
		this.standing = standing;
		this.subject = new Subject(engine, spec, standing, new Content(data), new Memory(), this::fail);
	}

	void whenOver(Runnable task) {
		this.over.thenRun(task);
	}

	void open() {
		Seats.take(this.engine, this.subject.path());
		this.over.thenRun(() -> Seats.leave(this.engine, this.subject.path()));
		this.engine.loop().execute(() -> {
			if (!this.leaving) {
				this.standing.moveTo(PresenceState.JOINING);
				this.engine.add(this);
			}
		});
	}

	void update(byte[] data) {
		this.subject.content().want(data);
		if (this.upkeep != null) {
			this.upkeep.update();
		}
	}

	@Override
	public void onSession(Session begun) {
		if (!this.leaving) {
			this.upkeep = new Upkeep(this.subject, begun);
			this.upkeep.look();
		}
	}

	@Override
	public void onSuspended() {
		if (this.upkeep != null && !this.leaving) {
			this.upkeep.onSuspended();
			if (this.standing.state() == PresenceState.REGISTERED) {
				this.standing.moveTo(PresenceState.SUSPENDED);
			}
		}
	}

	@Override
	public void onResumed() {
		if (this.upkeep != null && !this.leaving) {
			this.upkeep.syncAndLook();
		}
	}

	@Override
	public void onSessionOver(SessionState why) {
		if (this.upkeep != null) {
			this.upkeep.stop();
			this.subject.memory().onOver(this.upkeep.session());
			this.upkeep = null;
		}
		if (this.leaving || why == SessionState.CLOSED) {
			end(PresenceState.CLOSED, "");
		}
		else {
			this.standing.moveTo(PresenceState.JOINING);
		}
	}

	// The node goes with the session, which is about to be closed
	@Override
	public CompletionStage<Void> onClosing() {
		leave((last) -> {
		});
		return CompletableFuture.completedFuture(null);
	}

	// The session goes on, and the node would with it
	@Override
	public CompletionStage<List<String>> onDetaching() {
		leave();
		return this.over.thenApply((gone) -> List.of());
	}

	void leave() {
		leave((last) -> Departure.start(last, this.subject.path(), () -> end(PresenceState.CLOSED, "")));
	}

	private void leave(Consumer<Session> removal) {
		if (this.leaving) {
			return;
		}
		this.leaving = true;
		this.standing.moveTo(PresenceState.CLOSED);
		Upkeep last = this.upkeep;
		if (last == null) {
			end(PresenceState.CLOSED, "");
		}
		else {
			last.stop();
			removal.accept(last.session());
		}
	}

	private void fail(String why) {
		end(PresenceState.FAILED, why);
	}

	private void end(PresenceState state, String detail) {
		this.leaving = true;
		if (this.upkeep != null) {
			this.upkeep.stop();
			this.upkeep = null;
		}
		this.engine.remove(this);
		this.standing.moveTo(state, detail);
		this.over.complete(null);
	}

}
