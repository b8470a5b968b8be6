package io.zkhelper.session;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

import io.zkhelper.session.CommitResult.Fenced;
import io.zkhelper.session.CommitResult.Refused;
import org.apache.zookeeper.Op;
import org.jspecify.annotations.Nullable;

/**
 * Fenced transactions of users.
 */
final class Commits {

	private final Connection connection;

	private final EventLoop loop;

	private final Executor executor;

	private final ChangeReader reader;

	Commits(Connection connection, ZkClientOptions options, EventLoop loop) {
		this.connection = connection;
		this.loop = loop;
		this.executor = options.listenerExecutor().orElseThrow();
		this.reader = new ChangeReader(options.chroot());
	}

	CompletionStage<CommitResult> commit(Guard guard, List<Op> operations) {
		List<Change> changes = new ArrayList<>();
		changes.addAll(guard.checks());
		changes.addAll(this.reader.read(operations));
		Promise<CommitResult> result = new Promise<>(this.executor);
		this.loop.execute(() -> send(guard, changes, result));
		return result.stage();
	}

	private void send(Guard guard, List<Change> changes, Promise<CommitResult> result) {
		if (!guard.isOpen()) {
			result.keep(new Fenced());
			return;
		}
		@Nullable Session session = this.connection.status().session();
		if (session == null || !session.isConnected()) {
			result.keep(new Refused(new Refusal(ZnodeError.CONNECTION_LOSS, changes.get(0).path())));
			return;
		}
		session.znodes().multi(changes, (answer) -> result.keep(guard.resultOf(answer)));
	}

}
