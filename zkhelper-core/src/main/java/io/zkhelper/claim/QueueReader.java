package io.zkhelper.claim;

import java.util.List;
import java.util.function.Consumer;

import io.zkhelper.session.Answer;
import io.zkhelper.session.Session;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a queue in its true order.
 */
final class QueueReader {

	private static final Logger logger = LoggerFactory.getLogger(QueueReader.class);

	private final Session session;

	private final ClaimSpec spec;

	private final QueueOrder order;

	// The connection in which a sync was last made, or needed none
	private int synced;

	QueueReader(Session session, ClaimSpec spec) {
		this.session = session;
		this.spec = spec;
		this.order = new QueueOrder(session, spec.directory());
		this.synced = session.connections();
	}

	/**
	 * Trust no read before the next sync.
	 */
	void suspect() {
		this.synced = 0;
	}

	boolean isTrusted() {
		return this.synced == this.session.connections();
	}

	/**
	 * Read the queue.
	 * @param reader takes the contenders in order
	 */
	void read(Consumer<Answer<List<Contender>>> reader) {
		if (isTrusted()) {
			list(reader);
			return;
		}
		int connections = this.session.connections();
		this.session.znodes().sync(this.spec.directory(), (answer) -> {
			if (answer.isOk()) {
				this.synced = connections;
				list(reader);
			}
			else {
				reader.accept(new Answer<>(null, answer.why()));
			}
		});
	}

	private void list(Consumer<Answer<List<Contender>>> reader) {
		this.session.znodes().list(this.spec.directory(), (answer) -> order(answer, reader));
	}

	/**
	 * Put names that were read in order.
	 * @param answer the names
	 * @param reader takes the contenders in order
	 */
	void order(Answer<List<String>> answer, Consumer<Answer<List<Contender>>> reader) {
		if (answer.isOk()) {
			this.order.apply(contenders(answer.value()), reader);
		}
		else {
			reader.accept(new Answer<>(null, answer.why()));
		}
	}

	private List<Contender> contenders(List<String> names) {
		List<Contender> contenders = names.stream().flatMap((name) -> Contender.parse(name).stream()).toList();
		if (contenders.size() < names.size()) {
			List<String> strays = names.stream().filter(QueueReader::isStray).limit(5).toList();
			if (!strays.isEmpty() && this.spec.memory().warnsOfStrays()) {
				logger.warn("Ignoring what is no contender in '{}': {}", this.spec.directory(), strays);
			}
		}
		contenders.forEach((one) -> this.session.counters().note(this.spec.directory(), one.sequence()));
		return contenders;
	}

	/**
	 * Remove what this process has left in the queue in earlier sessions, which would be
	 * waited for until these expire.
	 * @param queue the queue as it was read
	 */
	void removeLeftovers(List<Contender> queue) {
		queue.stream()
			.filter((contender) -> this.spec.memory().isLeftover(contender.name(), this.session))
			.forEach((contender) -> Removal.start(this.session, this.spec.path(contender.name()),
					() -> logger.debug("A node of an earlier session was removed: {}", contender)));
	}

	private static boolean isStray(String name) {
		return Contender.parse(name).isEmpty() && !Contender.isWish(name);
	}

}
