package io.zkhelper.claim;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import io.zkhelper.session.Answer;
import io.zkhelper.session.Session;
import io.zkhelper.session.ZnodeError;

/**
 * Puts contenders in the order in which they have come: by their numbers, or by the
 * transactions that created them where numbers say nothing any more.
 *
 * @since 1.0.0
 */
public final class QueueOrder {

	private final Session session;

	private final String directory;

	/**
	 * Create for one queue.
	 * @param session the session
	 * @param directory the queue
	 */
	public QueueOrder(Session session, String directory) {
		this.session = session;
		this.directory = directory;
	}

	/**
	 * Put contenders in order. Those that are found to be gone are left out.
	 * @param contenders the contenders
	 * @param reader takes them in order, or why that can't be found out
	 */
	public void apply(List<Contender> contenders, Consumer<Answer<List<Contender>>> reader) {
		if (isTold(contenders)) {
			reader.accept(Answer.of(contenders.stream().sorted(Comparator.comparing(Contender::sequence)).toList()));
			return;
		}
		new ByTransaction(contenders, reader).readNext();
	}

	// Servers give no number twice before their counter sticks, but others may choose
	// names. Equal numbers would leave the order to that of the list, which is another
	// one for each contender
	private static boolean isTold(List<Contender> contenders) {
		return contenders.stream().noneMatch(Contender::isBeyondCounting)
				&& contenders.stream().map(Contender::sequence).distinct().count() == contenders.size();
	}

	/**
	 * Orders by the transactions that created the nodes, for which it has to read each.
	 */
	private final class ByTransaction {

		private final Deque<Contender> open;

		private final Consumer<Answer<List<Contender>>> reader;

		private final Map<Contender, Long> transactions = new HashMap<>();

		ByTransaction(List<Contender> contenders, Consumer<Answer<List<Contender>>> reader) {
			this.reader = reader;
			contenders.forEach((next) -> next.origin().ifPresent((origin) -> this.transactions.put(next, origin)));
			this.open = contenders.stream()
				.filter((next) -> !this.transactions.containsKey(next))
				.collect(Collectors.toCollection(ArrayDeque::new));
		}

		void readNext() {
			Contender next = this.open.poll();
			if (next != null) {
				read(next);
				return;
			}
			// One transaction may have made several
			Comparator<Contender> order = Comparator.<Contender, Long>comparing(this.transactions::get)
				.thenComparing(Contender::sequence)
				.thenComparing(Contender::name);
			this.reader.accept(Answer.of(this.transactions.keySet().stream().sorted(order).toList()));
		}

		private void read(Contender next) {
			String path = QueueOrder.this.directory + "/" + next.name();
			QueueOrder.this.session.znodes().read(path, (answer) -> {
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
