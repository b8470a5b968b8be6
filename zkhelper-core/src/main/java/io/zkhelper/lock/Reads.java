package io.zkhelper.lock;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import io.zkhelper.claim.Contender;
import io.zkhelper.session.Answer;
import io.zkhelper.session.NodeData;
import io.zkhelper.session.Refusal;
import io.zkhelper.session.Session;
import io.zkhelper.session.ZnodeError;
import org.jspecify.annotations.Nullable;

/**
 * Reads the nodes of several contenders at once. Lives on the event loop.
 */
final class Reads {

	private final BiConsumer<Contender, NodeData> reader;

	private final Consumer<Answer<Integer>> done;

	private int open;

	private int found;

	private @Nullable Refusal refusal;

	private Reads(int open, BiConsumer<Contender, NodeData> reader, Consumer<Answer<Integer>> done) {
		this.open = open;
		this.reader = reader;
		this.done = done;
	}

	/**
	 * Read nodes.
	 * @param session in which to read
	 * @param directory where they are
	 * @param contenders whose nodes they are
	 * @param reader takes each, in order, but those that are gone
	 * @param done takes how many that were, or why there may be more
	 */
	static void start(Session session, String directory, List<Contender> contenders,
			BiConsumer<Contender, NodeData> reader, Consumer<Answer<Integer>> done) {
		if (contenders.isEmpty()) {
			done.accept(Answer.of(0));
			return;
		}
		Reads reads = new Reads(contenders.size(), reader, done);
		contenders.forEach((contender) -> session.znodes()
			.read(directory + "/" + contender.name(), (answer) -> reads.onRead(contender, answer)));
	}

	private void onRead(Contender contender, Answer<NodeData> answer) {
		if (answer.isOk()) {
			this.found++;
			this.reader.accept(contender, answer.value());
		}
		else if (!answer.failedWith(ZnodeError.NO_NODE)) {
			this.refusal = answer.why();
		}
		if (--this.open == 0) {
			this.done.accept((this.refusal == null) ? Answer.of(this.found) : new Answer<>(null, this.refusal));
		}
	}

}
