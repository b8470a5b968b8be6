package io.zkhelper.boot.actuate;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import io.zkhelper.cache.CachedNode;
import io.zkhelper.session.Answer;
import io.zkhelper.session.NodeStat;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * What the cache says about nodes.
 *
 * @param nodes an answer for each path, in the order of the request
 */
record ZnodesDescriptor(List<ZnodeDescriptor> nodes) implements OperationResponseBody {

	static ZnodesDescriptor of(List<Answer<CachedNode>> answers, boolean children) {
		return new ZnodesDescriptor(answers.stream().map((answer) -> ZnodeDescriptor.of(answer, children)).toList());
	}

	/**
	 * What it says about one.
	 *
	 * @param path where it is
	 * @param error why nothing can be said; all else is {@code null} then
	 * @param exists whether there is a node; if not, there is nothing else about it
	 * @param data its content, in Base64, if that was asked for
	 * @param text the same as text, if it is UTF-8
	 * @param children the names of its children, sorted, if these were asked for
	 * @param stat what the server keeps about it
	 * @param cached whether the answer comes from memory
	 * @param stale whether the connection was lost since it was read
	 * @param age how long ago it was read
	 */
	record ZnodeDescriptor(String path, @Nullable String error, @Nullable Boolean exists, byte @Nullable [] data,
			@Nullable String text, @Nullable List<String> children, @Nullable StatDescriptor stat,
			@Nullable Boolean cached, @Nullable Boolean stale, @Nullable Duration age) {

		static ZnodeDescriptor of(Answer<CachedNode> answer, boolean children) {
			return answer.isOk() ? of(answer.value(), children) : new ZnodeDescriptor(answer.why().path(),
					answer.why().error().name(), null, null, null, null, null, null, null, null);
		}

		private static ZnodeDescriptor of(CachedNode node, boolean children) {
			boolean data = node.exists() && !children;
			return new ZnodeDescriptor(node.path(), null, node.exists(), data ? node.data() : null,
					data ? node.text().orElse(null) : null, (node.exists() && children) ? node.children() : null,
					node.exists() ? StatDescriptor.of(node.stat()) : null, node.cached(), node.stale(),
					node.age().truncatedTo(ChronoUnit.MILLIS));
		}

	}

	/**
	 * What the server keeps about a node. Which session owns an ephemeral one is nobody's
	 * business: who knows its id can end it.
	 */
	record StatDescriptor(long czxid, long mzxid, long pzxid, int version, int childrenVersion, int aclVersion,
			Instant created, Instant modified, boolean ephemeral, int dataLength, int childCount) {

		static StatDescriptor of(NodeStat stat) {
			return new StatDescriptor(stat.czxid(), stat.mzxid(), stat.pzxid(), stat.version(), stat.childrenVersion(),
					stat.aclVersion(), stat.created(), stat.modified(), stat.isEphemeral(), stat.dataLength(),
					stat.childCount());
		}

	}

}
