package io.zkhelper.presence;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import io.zkhelper.session.Answer;
import io.zkhelper.session.Cancellable;
import io.zkhelper.session.Engine;
import io.zkhelper.session.Listeners;
import io.zkhelper.session.Recipe;
import io.zkhelper.session.Rounds;
import io.zkhelper.session.Session;
import io.zkhelper.session.SessionState;
import io.zkhelper.session.ZnodeError;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what is known of a group up to date: one watch on the directory, one on each
 * member. Changes that come in quick succession are read as one. Lives on the event loop.
 */
final class GroupWatch implements Recipe {

	private static final Duration DEBOUNCE = Duration.ofMillis(200);

	private static final Duration AFTER_REFUSAL = Duration.ofSeconds(5);

	private static final Cancellable NOTHING = () -> {
	};

	private final Engine engine;

	private final String directory;

	private final Listeners<GroupTeller> listeners;

	private volatile GroupView view;

	private @Nullable Roll roll;

	private @Nullable Session session;

	private Cancellable watch = NOTHING;

	private Cancellable next = NOTHING;

	private boolean planned;

	private final Rounds rounds = new Rounds();

	GroupWatch(Engine engine, String directory) {
		this.engine = engine;
		this.directory = directory;
		this.listeners = new Listeners<>(engine.listenerExecutor());
		this.view = new GroupView(List.of(), 0, Instant.EPOCH, true);
	}

	void open() {
		this.engine.add(this);
	}

	void close() {
		this.engine.loop().execute(() -> {
			end();
			this.engine.remove(this);
		});
	}

	GroupView view() {
		return this.view;
	}

	Cancellable add(GroupListener listener) {
		Object key = new Object();
		this.engine.loop().execute(() -> {
			GroupView now = this.view;
			this.listeners.add(key, new GroupTeller(listener), (added) -> added.tell(now));
		});
		return () -> this.engine.loop().execute(() -> this.listeners.remove(key));
	}

	@Override
	public void onSession(Session begun) {
		this.session = begun;
		this.roll = new Roll(begun.znodes(), this.directory, this::changed);
		refresh();
	}

	@Override
	public void onSuspended() {
		this.view = this.view.asStale();
	}

	// What was not told before the servers were lost is told only after a sync
	@Override
	public void onResumed() {
		Session current = this.session;
		if (current != null) {
			stop();
			current.znodes().sync(this.directory, this.rounds.answer((synced) -> refresh()));
		}
	}

	@Override
	public void onSessionOver(SessionState why) {
		end();
	}

	@Override
	public CompletionStage<Void> onClosing() {
		return CompletableFuture.completedFuture(null);
	}

	private void end() {
		stop();
		if (this.roll != null) {
			this.roll.close();
		}
		this.roll = null;
		this.session = null;
		this.view = this.view.asStale();
	}

	private void stop() {
		this.rounds.next();
		this.watch.cancel();
		this.next.cancel();
		this.planned = false;
	}

	private void changed() {
		refreshAfter(DEBOUNCE);
	}

	private void refreshAfter(Duration delay) {
		if (!this.planned && this.session != null) {
			this.planned = true;
			this.next = this.engine.loop().schedule(delay, this::refresh);
		}
	}

	private void refresh() {
		Session current = this.session;
		Roll names = this.roll;
		if (current != null && names != null) {
			stop();
			this.watch = current.znodes()
				.watchChildren(this.directory, this::changed,
						this.rounds.answer((answer) -> onNames(current, names, answer)));
		}
	}

	private void onNames(Session current, Roll names, Answer<List<String>> answer) {
		if (answer.isOk()) {
			names.call(answer.value(), () -> publish(current, names));
		}
		else if (answer.failedWith(ZnodeError.NO_NODE)) {
			names.call(List.of(), () -> publish(current, names));
			awaitDirectory(current);
		}
		else {
			refreshAfter(AFTER_REFUSAL);
		}
	}

	private void awaitDirectory(Session current) {
		this.watch = current.znodes()
			.watchExistence(this.directory, (event) -> changed(), this.rounds.answer((there) -> {
				if (!there.isOk() || there.value().isPresent()) {
					changed();
				}
			}));
	}

	private void publish(Session current, Roll names) {
		GroupView before = this.view;
		GroupView now = new GroupView(names.members(), names.size(), this.engine.loop().now().wall(),
				!current.isConnected());
		this.view = now;
		if (!now.sameMembers(before)) {
			this.listeners.tellLatest((teller) -> teller.tell(now));
		}
	}

}
