package io.zkhelper.session;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens one session after the other, and tells recipes and listeners. Lives on the event
 * loop.
 */
final class Connection {

	private static final Logger logger = LoggerFactory.getLogger(ZkClient.class);

	/** Credentials are corrected by a person, which takes a while. */
	private static final Duration AUTH_RETRY = Duration.ofSeconds(30);

	/**
	 * Session timeouts without a server after which a session is given up. ZooKeeper's
	 * client does so after four thirds if it reaches no server; if servers refuse it,
	 * because it has seen later transactions than they have, it tries for ever.
	 */
	private static final int PATIENCE = 2;

	private final ZkClientOptions options;

	private final Ensemble ensemble;

	private final EventLoop loop;

	private final Listeners<SessionListener> listeners;

	private final Awaited<SessionState> connected;

	private final List<Recipe> recipes = new ArrayList<>();

	private final Set<Recipe> introduced = new LinkedHashSet<>();

	private final Backoff backoff;

	private final SequenceCounters counters = new SequenceCounters();

	private volatile Status status;

	private @Nullable Session session;

	Connection(ZkClientOptions options, Ensemble ensemble, EventLoop loop) {
		this.options = options;
		this.ensemble = ensemble;
		this.loop = loop;
		this.listeners = new Listeners<>(options.listenerExecutor().orElseThrow());
		this.connected = new Awaited<>(loop, () -> this.status.ifConnected());
		this.backoff = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(30), loop);
		this.status = new Status(SessionState.CONNECTING, loop.now().wall(), options.sessionTimeout(), null);
	}

	Status status() {
		return this.status;
	}

	Awaited<SessionState> connected() {
		return this.connected;
	}

	Listeners<SessionListener> listeners() {
		return this.listeners;
	}

	SequenceCounters counters() {
		return this.counters;
	}

	void open() {
		if (this.status.state() == SessionState.CLOSED) {
			return;
		}
		Session opened = new Session(this.options.timing(), this.loop, this.counters);
		this.session = opened;
		try {
			opened.begin(this.ensemble.open(this.options, new Fate(opened), this.loop));
		}
		catch (RuntimeException ex) {
			logger.warn("No session could be opened; trying again", ex);
			this.loop.schedule(this.backoff.next(), this::open);
		}
	}

	void add(Recipe recipe) {
		this.recipes.add(recipe);
		if (this.session != null && this.session.isConnected()) {
			introduce(recipe, this.session);
		}
	}

	// A recipe that was added while the connection was away does not know the session yet
	private void introduce(Recipe recipe, Session connected) {
		if (this.introduced.add(recipe)) {
			recipe.onSession(connected);
		}
		else {
			recipe.onResumed();
		}
	}

	void remove(Recipe recipe) {
		this.recipes.remove(recipe);
		this.introduced.remove(recipe);
	}

	CompletionStage<Void> close() {
		List<CompletableFuture<Void>> releases = this.recipes.stream()
			.map((recipe) -> recipe.onClosing().toCompletableFuture())
			.toList();
		CompletableFuture<Void> closed = new CompletableFuture<>();
		CompletableFuture.allOf(releases.toArray(CompletableFuture[]::new)).thenRun(() -> {
			Session last = this.session;
			endSession(SessionState.CLOSED);
			if (last == null || !last.hasBegun()) {
				closed.complete(null);
			}
			else {
				last.znodes().close(() -> closed.complete(null));
			}
		});
		return closed;
	}

	private void endSession(SessionState why) {
		if (this.session != null) {
			this.session.end();
			this.session = null;
		}
		moveTo(why, null);
		tellIntroduced((recipe) -> {
			this.introduced.remove(recipe);
			recipe.onSessionOver(why);
		});
	}

	private void tellIntroduced(Consumer<Recipe> message) {
		List.copyOf(this.introduced).forEach(message);
	}

	private void moveTo(SessionState next, @Nullable Session session) {
		SessionState previous = this.status.state();
		Duration timeout = (session != null) ? session.rules().timeout() : this.status.timeout();
		this.status = new Status(next, this.loop.now().wall(), timeout, session);
		if (next != previous) {
			logger.info("Connection to {} is {}, was {}", this.options.connectString(), next, previous);
			this.listeners.tell((listener) -> listener.onStateChanged(previous, next));
		}
		this.connected.update();
	}

	/**
	 * What the handle of one session has to say; nothing any more once that is over.
	 */
	private final class Fate implements HandleListener {

		private final Session mine;

		private boolean begun;

		private @Nullable Cancellable givingUp;

		Fate(Session mine) {
			this.mine = mine;
		}

		private boolean isOver() {
			return Connection.this.session != this.mine;
		}

		@Override
		public void onConnected(long sessionId, Duration timeout) {
			if (isOver()) {
				return;
			}
			stayPatient();
			this.mine.connected(sessionId, timeout);
			Connection.this.backoff.reset();
			moveTo(SessionState.CONNECTED, this.mine);
			this.begun = true;
			List.copyOf(Connection.this.recipes).forEach((recipe) -> introduce(recipe, this.mine));
		}

		@Override
		public void onDisconnected() {
			if (isOver() || !this.begun) {
				return;
			}
			this.mine.disconnected();
			moveTo(SessionState.SUSPENDED, this.mine);
			tellIntroduced(Recipe::onSuspended);
			if (this.givingUp == null) {
				Duration patience = this.mine.rules().timeout().multipliedBy(PATIENCE);
				this.givingUp = Connection.this.loop.schedule(patience, () -> giveUp(patience));
			}
		}

		private void stayPatient() {
			if (this.givingUp != null) {
				this.givingUp.cancel();
				this.givingUp = null;
			}
		}

		private void giveUp(Duration patience) {
			if (!isOver()) {
				logger.warn(
						"No server has gone on with the session for {}: opening another one. Servers that were "
								+ "restored from a backup, or wiped, refuse clients that have seen later transactions",
						patience);
				onExpired();
			}
		}

		@Override
		public void onExpired() {
			end(SessionState.EXPIRED, Connection.this.backoff.next());
		}

		@Override
		public void onAuthFailed() {
			end(SessionState.AUTH_FAILED, AUTH_RETRY);
		}

		private void end(SessionState why, Duration retryAfter) {
			if (isOver()) {
				return;
			}
			stayPatient();
			endSession(why);
			this.mine.znodes().close(() -> {
			});
			Connection.this.loop.schedule(retryAfter, Connection.this::open);
		}

	}

	/**
	 * What other threads may see.
	 */
	record Status(SessionState state, Instant since, Duration timeout, @Nullable Session session) {

		Optional<SessionState> ifConnected() {
			return Optional.of(this.state).filter((state) -> state == SessionState.CONNECTED);
		}

	}

}
