package io.zkhelper.cache;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

import io.zkhelper.session.Answer;
import io.zkhelper.session.NodeStat;
import io.zkhelper.session.ZnodeError;

/**
 * Reads what a cache says over HTTP. Fields that nobody knows are passed over.
 */
final class NodeFormat {

	/** Stands for a session that is not told (guarantees, rule H17). */
	private static final long SOMEBODY = -1;

	private NodeFormat() {
	}

	/**
	 * Read a whole answer.
	 * @return what is said of each node, empty if it is not such an answer
	 */
	static Optional<List<Answer<CachedNode>>> read(byte[] body) {
		try {
			return Json.read(body)
				.filter((json) -> json.fields().get("nodes") instanceof List)
				.map((json) -> json.list("nodes", Json.class).stream().map(NodeFormat::answer).toList());
		}
		catch (DateTimeException | IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	private static Answer<CachedNode> answer(Json json) {
		String path = json.text("path");
		return json.get("error", String.class)
			.map((error) -> Answer.<CachedNode>refused(error(error), path))
			.orElseGet(() -> Answer.of(node(path, json)));
	}

	// A newer server may know more kinds
	private static ZnodeError error(String name) {
		try {
			return ZnodeError.valueOf(name);
		}
		catch (IllegalArgumentException ex) {
			return ZnodeError.OTHER;
		}
	}

	private static CachedNode node(String path, Json json) {
		return new CachedNode(path, json.isTrue("exists"), Base64.getDecoder().decode(json.text("data")),
				json.get("stat", Json.class).map(NodeFormat::stat).orElse(NodeStat.NONE),
				json.list("children", String.class), json.isTrue("cached"), json.isTrue("stale"),
				json.get("age", String.class).map(Duration::parse).orElse(Duration.ZERO));
	}

	private static NodeStat stat(Json json) {
		return new NodeStat(json.number("czxid"), json.number("mzxid"), json.number("pzxid"), number(json, "version"),
				number(json, "childrenVersion"), number(json, "aclVersion"), instant(json, "created"),
				instant(json, "modified"), json.isTrue("ephemeral") ? SOMEBODY : 0, number(json, "dataLength"),
				number(json, "childCount"));
	}

	private static int number(Json json, String name) {
		return (int) json.number(name);
	}

	private static Instant instant(Json json, String name) {
		return json.get(name, String.class).map(Instant::parse).orElse(Instant.EPOCH);
	}

}
