package io.zkhelper.lock;

import java.util.List;
import java.util.function.Consumer;

import io.zkhelper.claim.Contender;
import io.zkhelper.claim.Removal;
import io.zkhelper.session.Answer;
import io.zkhelper.session.Cancellable;
import io.zkhelper.session.Change;
import io.zkhelper.session.NodeData;
import io.zkhelper.session.NodeKind;
import io.zkhelper.session.Session;
import io.zkhelper.session.WatchEvent;
import io.zkhelper.session.ZnodeError;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Wishes that the holders of a lock let go: a node beside that of each, gone with the
 * session at the latest. Lives on the event loop.
 */
final class ReleaseRequest implements Query.Request<Boolean> {

	private static final Logger logger = LoggerFactory.getLogger(DistributedLocks.class);

	private final String directory;

	private final LockOwner asker;

	/**
	 * Create a request.
	 * @param directory the queue
	 * @param asker who asks
	 */
	ReleaseRequest(String directory, LockOwner asker) {
		this.directory = directory;
		this.asker = asker;
	}

	@Override
	public void send(Session session, Consumer<Answer<Boolean>> reader) {
		new Lineup(session, this.directory, Contender::parse).read((answer) -> {
			if (answer.isOk()) {
				List<Contender> queue = answer.value();
				wish(session, queue.stream().filter((one) -> LockOrder.holds(one, queue)).toList(), reader);
			}
			else {
				reader.accept(new Answer<>(null, answer.why()));
			}
		});
	}

	private void wish(Session session, List<Contender> holders, Consumer<Answer<Boolean>> reader) {
		if (holders.isEmpty()) {
			reader.accept(Answer.of(false));
			return;
		}
		Contender next = holders.get(0);
		List<Contender> others = holders.subList(1, holders.size());
		Change.Create wish = new Change.Create(this.directory + "/" + Contender.wishFor(next.name()),
				OwnerPayload.write(this.asker).toBytes(), NodeKind.EPHEMERAL);
		session.znodes().create(wish, (answer) -> {
			if (answer.isOk() || answer.failedWith(ZnodeError.NODE_EXISTS)) {
				forgetWithHolder(session, this.directory + "/" + next.name(), wish.path());
				wish(session, others, (rest) -> reader.accept(rest.map((any) -> true)));
			}
			else {
				reader.accept(new Answer<>(null, answer.why()));
			}
		});
	}

	private static void forgetWithHolder(Session session, String holder, String wish) {
		Runnable again = () -> forgetWithHolder(session, holder, wish);
		Runnable forget = () -> Removal.start(session, wish, () -> logger.debug("Forgotten: {}", wish));
		Cancellable unused = session.znodes()
			.watch(holder, (event) -> (((event == WatchEvent.DELETED) ? forget : again)).run(),
					(answer) -> onWatched(session, answer, again, forget));
	}

	private static void onWatched(Session session, Answer<NodeData> answer, Runnable again, Runnable forget) {
		if (answer.failedWith(ZnodeError.NO_NODE)) {
			forget.run();
		}
		else if (!answer.isOk() && answer.why().error().isOutcomeUnknown()) {
			session.whenConnected(again);
		}
	}

}
