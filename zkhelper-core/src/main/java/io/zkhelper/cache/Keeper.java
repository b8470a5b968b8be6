package io.zkhelper.cache;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

import io.zkhelper.session.Answer;
import io.zkhelper.session.Cancellable;
import io.zkhelper.session.Engine;
import io.zkhelper.session.Moment;
import io.zkhelper.session.Recipe;
import io.zkhelper.session.Refusal;
import io.zkhelper.session.Session;
import io.zkhelper.session.SessionState;
import io.zkhelper.session.ZnodeError;
import org.jspecify.annotations.Nullable;

/**
 * Fills the cache and keeps it true from session to session. What is public to the
 * package may be called by any thread where it says so; all else is for the event loop.
 */
final class Keeper implements Recipe {

	private final Engine engine;

	private final CacheOptions options;

	private final Counts counts;

	private final Entries entries = new Entries();

	private final Refresher refresher;

	private @Nullable Session session;

	private volatile boolean connected;

	private boolean closed;

	Keeper(Engine engine, CacheOptions options, Counts counts) {
		this.engine = engine;
		this.options = options;
		this.counts = counts;
		this.refresher = new Refresher(engine.loop(), options, this::read);
	}

	/**
	 * Answer from memory, on any thread.
	 * @return the answer, {@code null} if the servers have to be asked
	 */
	@Nullable CachedNode known(String path, Aspect aspect) {
		Entry entry = this.entries.find(path, aspect);
		return (entry != null) ? known(entry, this.engine.loop().now()) : null;
	}

	private @Nullable CachedNode known(Entry entry, Moment now) {
		Memory memory = entry.memory();
		if (memory == null || !memory.answers(now, this.connected, this.options.maxStaleness())) {
			return null;
		}
		entry.use(now);
		return memory.toNode(entry.path(), now, true);
	}

	/**
	 * Return how many answers are remembered, to any thread.
	 */
	int size() {
		return this.entries.size();
	}

	void ask(String path, Aspect aspect, Consumer<Answer<CachedNode>> receiver) {
		if (this.closed) {
			receiver.accept(Answer.refused(ZnodeError.CONNECTION_LOSS, path));
			return;
		}
		Moment now = this.engine.loop().now();
		Entry entry = findOrAdd(path, aspect, now);
		CachedNode known = known(entry, now);
		if (known != null) {
			receiver.accept(Answer.of(known));
		}
		else {
			entry.use(now);
			entry.await(receiver);
			read(entry);
		}
	}

	private Entry findOrAdd(String path, Aspect aspect, Moment now) {
		Entry present = this.entries.find(path, aspect);
		if (present != null) {
			return present;
		}
		Entry entry = new Entry(path, aspect, now);
		this.entries.add(entry);
		while (this.entries.size() > this.options.maxEntries()) {
			forget(this.entries.leastRecentlyUsed());
		}
		return entry;
	}

	private void forget(Entry entry) {
		this.entries.remove(entry);
		entry.forget();
		this.refresher.leave(entry);
	}

	private void read(Entry entry) {
		if (entry.isBeingRead()) {
			return;
		}
		Session current = this.session;
		if (current == null || !this.connected) {
			answerWithout(entry, new Refusal(ZnodeError.CONNECTION_LOSS, entry.path()));
			return;
		}
		entry.setBeingRead(true);
		this.counts.onServerRead();
		new Reading(current.znodes(), this.engine.full(entry.path()), entry.aspect(), new Reader(entry, current))
			.begin();
	}

	private void onContent(Entry entry, Memory memory, Cancellable watch) {
		entry.setBeingRead(false);
		entry.found();
		if (entry.isForgotten()) {
			watch.cancel();
		}
		else {
			entry.remember(memory);
			entry.watchedBy(watch);
			this.refresher.onRead(entry);
		}
		answer(entry, memory, false);
	}

	private void answer(Entry entry, Memory memory, boolean cached) {
		Moment now = this.engine.loop().now();
		Answer<CachedNode> answer = Answer.of(memory.toNode(entry.path(), now, cached));
		entry.takeWaiting().forEach((receiver) -> receiver.accept(answer));
	}

	private void onRefused(Entry entry, Refusal refusal) {
		entry.setBeingRead(false);
		if (!isLost(refusal.error())) {
			forget(entry);
			refuse(entry, refusal);
			return;
		}
		if (entry.memory() != null) {
			this.refresher.onLost(entry, entry.lost());
		}
		answerWithout(entry, refusal);
	}

	// Nobody can be asked just now
	private void answerWithout(Entry entry, Refusal refusal) {
		Memory memory = entry.memory();
		if (memory == null) {
			forget(entry);
			refuse(entry, refusal);
		}
		else if (memory.answers(this.engine.loop().now(), false, this.options.maxStaleness())) {
			answer(entry, memory, true);
		}
		else {
			refuse(entry, refusal);
		}
	}

	// What is not a word of a server about this node
	private static boolean isLost(ZnodeError error) {
		return error != ZnodeError.NO_AUTH && error != ZnodeError.BAD_ARGUMENTS && error != ZnodeError.NO_NODE;
	}

	private void refuse(Entry entry, Refusal refusal) {
		Answer<CachedNode> answer = Answer.refused(refusal.error(), entry.path());
		entry.takeWaiting().forEach((receiver) -> receiver.accept(answer));
	}

	@Override
	public void onSession(Session begun) {
		this.session = begun;
		resume(begun);
	}

	@Override
	public void onResumed() {
		if (this.session != null) {
			resume(this.session);
		}
	}

	// The server may be behind the one before. What is read behind a sync is not
	private void resume(Session current) {
		this.connected = true;
		current.znodes().sync(this.engine.full("/"), (answer) -> {
		});
		this.refresher.begin();
	}

	@Override
	public void onSuspended() {
		this.connected = false;
		Moment now = this.engine.loop().now();
		this.entries.all().forEach((entry) -> entry.doubt(now));
		this.refresher.pause();
	}

	@Override
	public void onSessionOver(SessionState why) {
		this.session = null;
		onSuspended();
		this.entries.all().forEach(Entry::dropWatch);
	}

	@Override
	public CompletionStage<Void> onClosing() {
		return CompletableFuture.completedFuture(null);
	}

	void close() {
		this.closed = true;
		this.session = null;
		this.refresher.pause();
		this.entries.all().forEach((entry) -> {
			forget(entry);
			refuse(entry, new Refusal(ZnodeError.CONNECTION_LOSS, entry.path()));
		});
	}

	/**
	 * Takes in what is read of one entry.
	 */
	private final class Reader implements Reading.Listener {

		private final Entry entry;

		private final Session asked;

		private final int connection;

		Reader(Entry entry, Session asked) {
			this.entry = entry;
			this.asked = asked;
			this.connection = asked.connections();
		}

		@Override
		public void onContent(Content content, Cancellable watch) {
			Moment now = Keeper.this.engine.loop().now();
			Memory memory = Memory.of(content, now);
			boolean same = Keeper.this.session == this.asked && Keeper.this.connected
					&& this.asked.connections() == this.connection;
			Keeper.this.onContent(this.entry, same ? memory : memory.doubted(now), watch);
		}

		@Override
		public void onChanged() {
			this.entry.outdate(Keeper.this.engine.loop().now());
			Keeper.this.refresher.leave(this.entry);
		}

		@Override
		public void onRefused(Refusal refusal) {
			Keeper.this.onRefused(this.entry, refusal);
		}

	}

}
