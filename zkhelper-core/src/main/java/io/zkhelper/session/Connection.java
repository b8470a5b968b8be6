package io.zkhelper.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;

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

	private ZkClientOptions options;

	private final Ensemble ensemble;

	private final EventLoop loop;

	private final Listeners<SessionListener> listeners;

	private final Awaited<SessionState> connected;

	private final List<Recipe> recipes = new ArrayList<>();

	private final Set<Recipe> introduced = new LinkedHashSet<>();

	private final Backoff backoff;

	private final SequenceCounters counters = new SequenceCounters();

	private volatile ConnectionStatus status;

	private @Nullable Session session;

	private boolean closing;

	private @Nullable HandOver handOver;

	Connection(ZkClientOptions options, Ensemble ensemble, EventLoop loop) {
		this.options = options;
		this.ensemble = ensemble;
		this.loop = loop;
		this.listeners = new Listeners<>(options.listenerExecutor().orElseThrow());
		this.connected = new Awaited<>(loop, () -> this.status.ifConnected());
		this.backoff = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(30), loop);
		this.status = new ConnectionStatus(SessionState.CONNECTING, loop.now().wall(), options.sessionTimeout(), null);
	}

	ConnectionStatus status() {
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
		this.options.ticket().ifPresent(opened::resume);
		this.session = opened;
		try {
			opened.begin(this.ensemble.open(this.options, new Fate(opened, this.options), this.loop));
		}
		catch (RuntimeException ex) {
			logger.warn("No session could be opened; trying again", ex);
			this.loop.schedule(this.backoff.next(), this::open);
		}
	}

	void add(Recipe recipe) {
		// What came now would be left behind in the session, unknown to who goes on with
		// it, or never hear of the end
		if (this.closing) {
			recipe.onClosing();
		}
		else {
			this.recipes.add(recipe);
			Session entered = this.status.session();
			if (entered != null && entered.isConnected()) {
				introduce(recipe, entered);
			}
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
		this.closing = true;
		return whenAll(Recipe::onClosing).thenCompose((released) -> {
			Session last = this.session;
			endSession(SessionState.CLOSED);
			CompletableFuture<Void> closed = new CompletableFuture<>();
			if (last == null || !last.hasBegun()) {
				closed.complete(null);
			}
			else {
				last.close(() -> closed.complete(null));
			}
			return closed;
		});
	}

	/**
	 * Leave the session to another client.
	 * @return the ticket, empty if there was no session that could be left, and the
	 * client was closed instead
	 */
	CompletionStage<Optional<SessionTicket>> detach() {
		Session entered = this.status.session();
		if (entered == null) {
			return close().thenApply((closed) -> Optional.empty());
		}
		this.closing = true;
		return whenAll(Recipe::onDetaching).thenCompose((left) -> {
			HandOver begun = new HandOver(entered, this.options.base() + "/handover-" + this.loop.newIdentity(),
					left.stream().flatMap(List::stream).toList());
			this.handOver = begun;
			return begun.begin().thenCompose((ready) -> leave(begun, ready));
		});
	}

	private CompletionStage<Optional<SessionTicket>> leave(HandOver begun, boolean ready) {
		if (!ready) {
			return close().thenApply((closed) -> Optional.empty());
		}
		endSession(SessionState.CLOSED);
		return begun.leave();
	}

	private <T> CompletionStage<List<T>> whenAll(Function<Recipe, CompletionStage<T>> request) {
		List<CompletableFuture<T>> answers = this.recipes.stream()
			.map((recipe) -> request.apply(recipe).toCompletableFuture())
			.toList();
		return CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new))
			.thenApply((all) -> answers.stream().map(CompletableFuture::join).toList());
	}

	private void endSession(SessionState why) {
		if (this.session != null) {
			this.session.end();
			this.session = null;
		}
		// A ticket is good for one session
		this.options = this.options.withoutTicket();
		moveTo(why, null);
		tellIntroduced((recipe) -> {
			this.introduced.remove(recipe);
			recipe.onSessionOver(why);
		});
		if (this.handOver != null) {
			this.handOver.onSessionOver();
		}
	}

	private void tellIntroduced(Consumer<Recipe> message) {
		List.copyOf(this.introduced).forEach(message);
	}

	private void moveTo(SessionState next, @Nullable Session session) {
		SessionState previous = this.status.state();
		Duration timeout = (session != null) ? session.rules().timeout() : this.status.timeout();
		this.status = new ConnectionStatus(next, this.loop.now().wall(), timeout, session);
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

		private final Entrance entrance;

		private final Patience patience;

		private boolean begun;

		Fate(Session mine, ZkClientOptions options) {
			this.mine = mine;
			this.patience = new Patience(mine, Connection.this.loop, this::onExpired);
			this.entrance = new Entrance(mine, options.ticket().orElse(null), this::onEntered, this::onTurnedAway);
		}

		private boolean isOver() {
			return Connection.this.session != this.mine;
		}

		@Override
		public void onConnected(long sessionId, Duration timeout) {
			if (isOver()) {
				return;
			}
			this.patience.cancel();
			this.mine.connected(sessionId, timeout);
			Connection.this.backoff.reset();
			this.entrance.onConnected(Connection.this.loop::newIdentity);
		}

		private void onTurnedAway(String why) {
			logger.warn("The ticket of a session is refused: {}. Going on with a session of its own", why);
			end(SessionState.EXPIRED, Connection.this.backoff.next());
		}

		private void onEntered() {
			moveTo(SessionState.CONNECTED, this.mine);
			this.begun = true;
			List.copyOf(Connection.this.recipes).forEach((recipe) -> introduce(recipe, this.mine));
		}

		@Override
		public void onDisconnected() {
			this.mine.disconnected();
			if (isOver() || !this.begun) {
				return;
			}
			moveTo(SessionState.SUSPENDED, this.mine);
			tellIntroduced(Recipe::onSuspended);
			this.patience.begin(this.mine.rules().timeout());
		}

		@Override
		public void onExpired() {
			if (!isOver() && this.mine.isBorrowed()) {
				logger.warn("The session of a ticket is over: going on with another one");
			}
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
			this.patience.cancel();
			endSession(why);
			this.mine.close(() -> {
			});
			Connection.this.loop.schedule(retryAfter, Connection.this::open);
		}

	}

}
