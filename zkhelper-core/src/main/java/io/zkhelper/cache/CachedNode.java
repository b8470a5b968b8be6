package io.zkhelper.cache;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.zkhelper.session.NodeStat;

/**
 * What a cache says about a node. That there is none is an answer, too.
 *
 * @param path where it is
 * @param exists whether there is a node; if not, there is nothing else about it
 * @param data its content, never to be changed; empty if its children were asked for
 * @param stat what the server keeps about it
 * @param children the names of its children, sorted; empty if its data were asked for
 * @param cached whether the answer comes from memory rather than from a server
 * @param stale whether the connection was lost since it was read, so that nobody knows if
 * it is still true
 * @param age how long ago it was read
 * @since 1.0.0
 */
@SuppressWarnings("ArrayRecordComponent")
public record CachedNode(String path, boolean exists, byte[] data, NodeStat stat, List<String> children, boolean cached,
		boolean stale, Duration age) {

	/**
	 * Return the data as text.
	 * @return the text, empty if the data are not UTF-8
	 */
	public Optional<String> text() {
		try {
			return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(this.data)).toString());
		}
		catch (CharacterCodingException ex) {
			return Optional.empty();
		}
	}

	/**
	 * Return the same answer under another path, where one node has two.
	 * @param path the other path
	 * @return the other answer
	 */
	public CachedNode at(String path) {
		return new CachedNode(path, this.exists, this.data, this.stat, this.children, this.cached, this.stale,
				this.age);
	}

}
