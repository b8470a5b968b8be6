package io.zkhelper.lock;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import io.zkhelper.claim.Contender;
import io.zkhelper.claim.FencingToken;
import io.zkhelper.session.Answer;
import io.zkhelper.session.Change;
import io.zkhelper.session.Session;
import io.zkhelper.session.ZnodeError;

/**
 * Deletes the node of a place in a queue, which may be that of anybody: the one, and only
 * the one, that was created by the transaction of a token. Lives on the event loop.
 */
final class Eviction implements Query.Request<Boolean> {

	private final String directory;

	private final FencingToken token;

	// A delete whose answer was lost may be why the node is gone
	private boolean found;

	/**
	 * Create an eviction.
	 * @param directory the queue
	 * @param token the token of the place
	 */
	Eviction(String directory, FencingToken token) {
		this.directory = directory;
		this.token = token;
	}

	@Override
	public void send(Session session, Consumer<Answer<Boolean>> reader) {
		new Lineup(session, this.directory, Contender::parse).read((answer) -> {
			if (answer.isOk()) {
				find(session, answer.value(), reader);
			}
			else {
				reader.accept(new Answer<>(null, answer.why()));
			}
		});
	}

	private void find(Session session, List<Contender> queue, Consumer<Answer<Boolean>> reader) {
		AtomicReference<Contender> match = new AtomicReference<>();
		Reads.start(session, this.directory, queue, (contender, node) -> {
			if (Inspection.token(contender, node).zxid() == this.token.zxid()) {
				match.set(contender);
			}
		}, (answer) -> {
			if (answer.isOk() && match.get() != null) {
				delete(session, match.get(), reader);
			}
			else {
				reader.accept(answer.map((count) -> this.found));
			}
		});
	}

	private void delete(Session session, Contender contender, Consumer<Answer<Boolean>> reader) {
		this.found = true;
		session.znodes()
			.delete(this.directory + "/" + contender.name(), Change.ANY_VERSION, (answer) -> reader
				.accept(answer.failedWith(ZnodeError.NO_NODE) ? Answer.of(true) : answer.map((path) -> true)));
	}

}
