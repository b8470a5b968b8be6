package io.zkhelper.claim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import io.zkhelper.session.Answer;
import io.zkhelper.session.Session;
import io.zkhelper.session.ZnodeError;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a queue in its true order.
 */
final class QueueReader {

	private static final Logger logger = LoggerFactory.getLogger(QueueReader.class);

	private final Session session;

	private final ClaimSpec spec;

	// The connection in which a sync was last made, or needed none
	private int synced;

	QueueReader(Session session, ClaimSpec spec) {
		this.session = session;
		this.spec = spec;
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
			order(contenders(answer.value()), reader);
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
		return contenders;
	}

	private static boolean isStray(String name) {
		return Contender.parse(name).isEmpty() && !name.startsWith(Contender.WISH_PREFIX);
	}

	private void order(List<Contender> contenders, Consumer<Answer<List<Contender>>> reader) {
		if (contenders.stream().noneMatch(Contender::isBeyondCounting)) {
			reader.accept(Answer.of(contenders.stream().sorted(Comparator.comparing(Contender::sequence)).toList()));
			return;
		}
		new ByTransaction(contenders, reader).readNext();
	}

	/**
	 * Orders by the transactions that created the nodes, for which it has to read each.
	 */
	private final class ByTransaction {

		private final List<Contender> open;

		private final Consumer<Answer<List<Contender>>> reader;

		private final Map<Contender, Long> transactions = new HashMap<>();

		ByTransaction(List<Contender> contenders, Consumer<Answer<List<Contender>>> reader) {
			this.open = new ArrayList<>(contenders);
			this.reader = reader;
		}

		void readNext() {
			if (this.open.isEmpty()) {
				Comparator<Contender> order = Comparator.comparing(this.transactions::get);
				this.reader.accept(Answer.of(this.transactions.keySet().stream().sorted(order).toList()));
				return;
			}
			Contender next = this.open.remove(this.open.size() - 1);
			QueueReader.this.session.znodes().read(QueueReader.this.spec.path(next.name()), (answer) -> {
				if (answer.isOk()) {
					this.transactions.put(next, answer.value().stat().czxid());
				}
				if (answer.isOk() || answer.failedWith(ZnodeError.NO_NODE)) {
					readNext();
				}
				else {
					this.reader.accept(new Answer<>(null, answer.why()));
				}
			});
		}

	}

}
