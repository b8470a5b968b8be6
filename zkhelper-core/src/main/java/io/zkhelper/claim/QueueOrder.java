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
			next.origin().ifPresentOrElse((origin) -> {
				this.transactions.put(next, origin);
				readNext();
			}, () -> read(next));
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
