package io.zkhelper.lock;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.zkhelper.claim.Contender;
import io.zkhelper.session.Answer;
import io.zkhelper.session.Cancellable;
import io.zkhelper.session.NodeData;
import io.zkhelper.session.Paths;
import io.zkhelper.session.Refusal;
import io.zkhelper.session.Session;
import io.zkhelper.session.ZnodeError;
import org.jspecify.annotations.Nullable;

/**
 * The way of a node to the front of its queue, in one session: by one watch on the node
 * ahead, and a look from time to time. Lives on the event loop, except where said
 * otherwise.
 */
final class Turn implements Errand {

	private static final Duration RECHECK = Duration.ofSeconds(30);

	private static final Cancellable NOTHING = () -> {
	};

	/**
	 * Ten digits, or what the server makes of a negative number. Where it is not clear
	 * whose a hyphen is, the number is taken for a negative one: then the order comes
	 * from the transactions, which is never wrong.
	 */
	private static final Pattern FORM = Pattern.compile(".*?(-\\d{9}|(?<=-)-\\d{10}|\\d{10})");

	private final Errands errands;

	private final String directory;

	private final String name;

	private final boolean look;

	private final CompletableFuture<Boolean> result = new CompletableFuture<>();

	private @Nullable Session session;

	private Cancellable watch = NOTHING;

	private Cancellable timer = NOTHING;

	/**
	 * Create a turn that nobody waits for yet.
	 * @param errands where errands are done
	 * @param path the full path of the node
	 * @param look whether to take one look only
	 */
	Turn(Errands errands, String path, boolean look) {
		this.errands = errands;
		this.directory = Paths.parentOf(path);
		this.name = Paths.nameOf(path);
		this.look = look;
	}

	static void requireSequence(String path) {
		if (parse(Paths.nameOf(path)).isEmpty()) {
			throw new IllegalArgumentException(
					"The name of '%s' must end in the ten digits of a sequential node".formatted(path));
		}
	}

	/**
	 * Recognise a node by the number at the end of its name.
	 */
	static Optional<Contender> parse(String name) {
		Matcher matcher = FORM.matcher(name);
		if (!matcher.matches()) {
			return Optional.empty();
		}
		long number = Long.parseLong(matcher.group(1));
		// A number beyond all is a negative one, whose sign was taken for a part of the
		// name
		return Optional.of(new Contender(name, (number <= Integer.MAX_VALUE) ? (int) number : Integer.MIN_VALUE));
	}

	/**
	 * Return whether the node is first, to come.
	 */
	CompletableFuture<Boolean> result() {
		return this.result;
	}

	/**
	 * Begin, from any thread.
	 */
	void start() {
		this.errands.context().loop().execute(() -> this.errands.add(this));
	}

	/**
	 * Stop for good, from any thread.
	 */
	void stop() {
		this.result.cancel(false);
		this.errands.context().loop().execute(this::end);
	}

	private void end() {
		this.watch.cancel();
		this.timer.cancel();
		this.errands.remove(this);
	}

	@Override
	public void onServer(Session present) {
		if (this.session == null && !this.result.isDone()) {
			this.session = present;
			look(present);
			recheckLater(present);
		}
	}

	// Nobody watches the node itself
	private void recheckLater(Session present) {
		this.timer = this.errands.context().loop().schedule(RECHECK, () -> {
			recheckLater(present);
			look(present);
		});
	}

	@Override
	public void onSessionOver(LockLoss why) {
		if (this.session != null || why == LockLoss.CLIENT_CLOSED) {
			fail(LockLostException.whileWaiting(path(this.name), why));
		}
	}

	private void look(Session present) {
		this.watch.cancel();
		if (this.result.isDone()) {
			return;
		}
		new Lineup(present, this.directory, Turn::parse).read((answer) -> {
			if (answer.isOk()) {
				onQueue(present, answer.value());
			}
			else {
				onRefused(present, answer.why());
			}
		});
	}

	private void onQueue(Session present, List<Contender> queue) {
		if (this.result.isDone()) {
			return;
		}
		int place = queue.stream().map(Contender::name).toList().indexOf(this.name);
		if (place < 0) {
			fail(new LockRefusedException(path(this.name), "the node is not in the queue"));
		}
		else if (place == 0 || this.look) {
			this.result.complete(place == 0);
			end();
		}
		else {
			this.watch.cancel();
			this.watch = present.znodes()
				.watch(path(queue.get(place - 1).name()), (event) -> look(present),
						(answer) -> onWatched(present, answer));
		}
	}

	private void onWatched(Session present, Answer<NodeData> answer) {
		if (answer.failedWith(ZnodeError.NO_NODE)) {
			look(present);
		}
		else if (!answer.isOk()) {
			onRefused(present, answer.why());
		}
	}

	private void onRefused(Session present, Refusal why) {
		if (why.error().isOutcomeUnknown()) {
			present.whenConnected(() -> look(present));
		}
		else {
			fail(new LockRefusedException(path(this.name), why.toString()));
		}
	}

	private void fail(LockException why) {
		this.result.completeExceptionally(why);
		end();
	}

	private String path(String name) {
		return (this.directory.equals("/") ? "" : this.directory) + "/" + name;
	}

}
