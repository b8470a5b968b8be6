package io.zkhelper.lock;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

import io.zkhelper.claim.Contender;
import io.zkhelper.claim.QueueOrder;
import io.zkhelper.session.Answer;
import io.zkhelper.session.Session;
import io.zkhelper.session.ZnodeError;

/**
 * Who stands in a queue, in order, as the servers have it now. Lives on the event loop.
 */
final class Lineup {

	private final Session session;

	private final String directory;

	private final Function<String, Optional<Contender>> parser;

	/**
	 * Create the line-up of a queue.
	 * @param session in which to read it
	 * @param directory where it is
	 * @param parser recognises those who stand in it by their names
	 */
	Lineup(Session session, String directory, Function<String, Optional<Contender>> parser) {
		this.session = session;
		this.directory = directory;
		this.parser = parser;
	}

	/**
	 * Read it.
	 * @param reader takes the contenders, none if there is no such queue
	 */
	void read(Consumer<Answer<List<Contender>>> reader) {
		this.session.znodes().sync(this.directory, (answer) -> {
			if (answer.isOk()) {
				this.session.znodes().list(this.directory, (names) -> onNames(names, reader));
			}
			else {
				onRefused(answer, reader);
			}
		});
	}

	private void onNames(Answer<List<String>> answer, Consumer<Answer<List<Contender>>> reader) {
		if (answer.isOk()) {
			List<Contender> contenders = answer.value()
				.stream()
				.flatMap((name) -> this.parser.apply(name).stream())
				.toList();
			new QueueOrder(this.session, this.directory.equals("/") ? "" : this.directory).apply(contenders, reader);
		}
		else {
			onRefused(answer, reader);
		}
	}

	private static void onRefused(Answer<?> answer, Consumer<Answer<List<Contender>>> reader) {
		reader.accept(answer.failedWith(ZnodeError.NO_NODE) ? Answer.of(List.of()) : new Answer<>(null, answer.why()));
	}

}
