package io.zkhelper.presence;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import io.zkhelper.session.Paths;
import io.zkhelper.session.ZkClientOptions;

/**
 * Where a group lives.
 *
 * @param directory the node above its members, below the chroot
 */
record GroupPaths(String directory) {

	static GroupPaths of(ZkClientOptions options, String group) {
		return new GroupPaths(options.root() + "/groups/" + Paths.segment("a group", group));
	}

	String member(String id) {
		return this.directory + "/" + Paths.segment("a member", id);
	}

	/**
	 * Return whose node it is, empty if it is none of a member.
	 */
	static Optional<String> idOf(String node) {
		try {
			return Optional.of(URLDecoder.decode(node, StandardCharsets.UTF_8))
				.filter((id) -> Paths.segment("a member", id).equals(node));
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

}
