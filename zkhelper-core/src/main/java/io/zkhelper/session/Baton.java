package io.zkhelper.session;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Lets one client go on with a session, and no second one: an ephemeral node of that
 * session, which the first to write takes. The servers themselves would let two clients
 * take the session from each other for ever, each with leases that the other one can end.
 */
final class Baton {

	/** Nobody has written it. */
	private static final int FREE = 0;

	private final Session session;

	private final String path;

	Baton(Session session, String path) {
		this.session = session;
		this.path = path;
	}

	/**
	 * Put it there.
	 * @param offered takes why that can't be done, empty if it is there; not called when
	 * the session is over before
	 */
	void offer(Consumer<Optional<String>> offered) {
		Change.Create node = new Change.Create(this.path, new byte[0], NodeKind.EPHEMERAL);
		new Directories(this.session.znodes()).ensure(node, (answer) -> {
			if (!this.session.retryIfUnknown(answer, () -> offer(offered))) {
				offered.accept(answer.isOk() ? Optional.empty() : Optional.of(answer.why().toString()));
			}
		});
	}

	/**
	 * Take it.
	 * @param taker who takes it, named as nobody else
	 * @param taken takes why somebody else has the session, empty if the taker has it;
	 * not called when the session is over before
	 */
	void take(String taker, Consumer<Optional<String>> taken) {
		byte[] name = taker.getBytes(StandardCharsets.UTF_8);
		Moment sent = this.session.now();
		this.session.znodes().multi(List.of(new Change.SetData(this.path, name, FREE)), (answer) -> {
			if (this.session.retryIfUnknown(answer, () -> take(taker, taken))) {
				return;
			}
			if (answer.isOk()) {
				this.session.touched(sent);
				taken(taken);
			}
			else if (answer.failedWith(ZnodeError.BAD_VERSION)) {
				// An attempt whose answer was lost may have been applied
				look(name, taken);
			}
			else {
				taken.accept(Optional.of(describe(answer.why())));
			}
		});
	}

	private void look(byte[] name, Consumer<Optional<String>> taken) {
		this.session.znodes().sync(this.path, (synced) -> this.session.znodes().read(this.path, (answer) -> {
			if (this.session.retryIfUnknown(synced, () -> look(name, taken))
					|| this.session.retryIfUnknown(answer, () -> look(name, taken))) {
				return;
			}
			if (answer.isOk() && Arrays.equals(answer.value().data(), name)) {
				taken(taken);
			}
			else {
				taken.accept(Optional.of("it was used before"));
			}
		}));
	}

	private void taken(Consumer<Optional<String>> taken) {
		remove();
		taken.accept(Optional.empty());
	}

	// It has done its work; who comes late finds none
	private void remove() {
		this.session.znodes()
			.delete(this.path, Change.ANY_VERSION, (answer) -> this.session.retryIfUnknown(answer, this::remove));
	}

	private static String describe(Refusal why) {
		return (why.error() == ZnodeError.NO_NODE) ? "it was used before" : why.toString();
	}

}
