package io.zkhelper.lock;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import io.zkhelper.claim.Contender;
import io.zkhelper.claim.FencingToken;
import io.zkhelper.session.Answer;
import io.zkhelper.session.NodeData;
import io.zkhelper.session.Session;

/**
 * A look at the first places of a queue. Lives on the event loop.
 */
final class Inspection {

	private final Session session;

	private final String directory;

	private final int first;

	private final List<LockQueue.Place> places = new ArrayList<>();

	/**
	 * Create a look.
	 * @param session in which to look
	 * @param directory the queue
	 * @param first how many places to look at
	 */
	Inspection(Session session, String directory, int first) {
		this.session = session;
		this.directory = directory;
		this.first = first;
	}

	/**
	 * Look.
	 * @param reader takes what was seen
	 */
	void start(Consumer<Answer<Snapshot>> reader) {
		new Lineup(this.session, this.directory, Contender::parse).read((answer) -> {
			if (answer.isOk()) {
				readEach(answer.value(), reader);
			}
			else {
				reader.accept(new Answer<>(null, answer.why()));
			}
		});
	}

	private void readEach(List<Contender> queue, Consumer<Answer<Snapshot>> reader) {
		List<Contender> shown = queue.subList(0, Math.min(this.first, queue.size()));
		Reads.start(this.session, this.directory, shown,
				(contender, node) -> this.places.add(place(contender, queue, node)),
				(answer) -> reader.accept(answer.map((count) -> new Snapshot(this.places, queue))));
	}

	private static LockQueue.Place place(Contender contender, List<Contender> queue, NodeData node) {
		return new LockQueue.Place(contender.name(), token(contender, node), LockOrder.holds(contender, queue),
				OwnerPayload.read(node.data()));
	}

	/**
	 * The token of who is at the place of a node.
	 */
	static FencingToken token(Contender contender, NodeData node) {
		return new FencingToken(contender.origin().orElse(node.stat().czxid()), 0);
	}

	/**
	 * What was seen.
	 *
	 * @param places the first places, without those that went in the meantime
	 * @param queue all of the queue
	 */
	record Snapshot(List<LockQueue.Place> places, List<Contender> queue) {
	}

}
