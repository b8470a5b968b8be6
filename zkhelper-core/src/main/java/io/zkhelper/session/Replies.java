package io.zkhelper.session;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.apache.zookeeper.KeeperException.Code;
import org.apache.zookeeper.OpResult;
import org.apache.zookeeper.OpResult.ErrorResult;
import org.apache.zookeeper.OpResult.SetDataResult;
import org.apache.zookeeper.data.Stat;
import org.jspecify.annotations.Nullable;

/**
 * Hands ZooKeeper's replies to the event loop, as answers.
 */
final class Replies {

	private final Executor loop;

	Replies(Executor loop) {
		this.loop = loop;
	}

	/**
	 * Reply to a question that an absent node answers too.
	 */
	void replyWhetherThere(Consumer<Answer<Optional<NodeStat>>> receiver, int code, String path, @Nullable Stat stat) {
		boolean absent = code == Code.NONODE.intValue();
		reply(receiver, absent ? Code.OK.intValue() : code, path,
				() -> absent ? Optional.empty() : Optional.ofNullable(stat).map(Replies::stat));
	}

	<T> void reply(Consumer<Answer<T>> receiver, int code, String path, Supplier<T> value) {
		Answer<T> answer = (code == Code.OK.intValue()) ? Answer.of(value.get()) : Answer.refused(errorOf(code), path);
		this.loop.execute(() -> receiver.accept(answer));
	}

	void replyToMulti(Consumer<Answer<List<NodeStat>>> receiver, int code, List<? extends Change> changes,
			@Nullable List<OpResult> results) {
		Answer<List<NodeStat>> answer = (code == Code.OK.intValue() && results != null)
				? Answer.of(results.stream().map(Replies::statOf).toList())
				: new Answer<>(null, refusal(code, changes, results));
		this.loop.execute(() -> receiver.accept(answer));
	}

	private static NodeStat statOf(OpResult result) {
		return (result instanceof SetDataResult set) ? stat(set.getStat()) : NodeStat.NONE;
	}

	// The operations before the one that failed are marked as OK, those behind it as
	// not tried
	private static Refusal refusal(int code, List<? extends Change> changes, @Nullable List<OpResult> results) {
		for (int i = 0; results != null && i < results.size(); i++) {
			if (results.get(i) instanceof ErrorResult error && isOwnError(error.getErr())) {
				return new Refusal(errorOf(error.getErr()), changes.get(i).path());
			}
		}
		return new Refusal(errorOf(code), changes.get(0).path());
	}

	private static boolean isOwnError(int code) {
		return code != Code.OK.intValue() && code != Code.RUNTIMEINCONSISTENCY.intValue();
	}

	static NodeStat stat(Stat stat) {
		return new NodeStat(stat.getCzxid(), stat.getMzxid(), stat.getPzxid(), stat.getVersion(), stat.getCversion(),
				stat.getAversion(), Instant.ofEpochMilli(stat.getCtime()), Instant.ofEpochMilli(stat.getMtime()),
				stat.getEphemeralOwner(), stat.getDataLength(), stat.getNumChildren());
	}

	private static ZnodeError errorOf(int value) {
		Code code = Code.get(value);
		return (code == null) ? ZnodeError.OTHER : switch (code) {
			case NONODE -> ZnodeError.NO_NODE;
			case NODEEXISTS -> ZnodeError.NODE_EXISTS;
			case BADVERSION -> ZnodeError.BAD_VERSION;
			case NOTEMPTY -> ZnodeError.NOT_EMPTY;
			case NOAUTH -> ZnodeError.NO_AUTH;
			case INVALIDACL -> ZnodeError.INVALID_ACL;
			case NOCHILDRENFOREPHEMERALS -> ZnodeError.NO_CHILDREN_FOR_EPHEMERALS;
			case UNIMPLEMENTED -> ZnodeError.UNIMPLEMENTED;
			case BADARGUMENTS -> ZnodeError.BAD_ARGUMENTS;
			case CONNECTIONLOSS, OPERATIONTIMEOUT, REQUESTTIMEOUT, SESSIONMOVED -> ZnodeError.CONNECTION_LOSS;
			case SESSIONEXPIRED -> ZnodeError.SESSION_EXPIRED;
			case AUTHFAILED -> ZnodeError.AUTH_FAILED;
			default -> ZnodeError.OTHER;
		};
	}

}
