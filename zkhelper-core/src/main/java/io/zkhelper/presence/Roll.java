package io.zkhelper.presence;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import io.zkhelper.session.Answer;
import io.zkhelper.session.Cancellable;
import io.zkhelper.session.NodeData;
import io.zkhelper.session.Znodes;
import org.jspecify.annotations.Nullable;

/**
 * The members of a group as read in one session, each once and again only after it has
 * changed. Lives on the event loop.
 */
final class Roll {

	private final Znodes znodes;

	private final String directory;

	private final Runnable changed;

	// By id
	private final Map<String, Entry> entries = new TreeMap<>();

	private final List<Runnable> waiting = new ArrayList<>();

	private int size;

	private int unread;

	/**
	 * Create an empty one.
	 * @param znodes the way to the servers
	 * @param directory where the members are
	 * @param changed called when one of them has changed
	 */
	Roll(Znodes znodes, String directory, Runnable changed) {
		this.znodes = znodes;
		this.directory = directory;
		this.changed = changed;
	}

	/**
	 * Take the names of all nodes, and read those that are not known.
	 * @param nodes the names
	 * @param done called when all were read
	 */
	void call(List<String> nodes, Runnable done) {
		Map<String, String> named = new TreeMap<>();
		nodes.forEach((node) -> GroupPaths.idOf(node).ifPresent((id) -> named.put(id, node)));
		this.size = named.size();
		List<String> ids = named.keySet().stream().limit(Group.MAX_MEMBERS).toList();
		forgetOthers(new HashSet<>(ids));
		this.waiting.clear();
		this.waiting.add(done);
		ids.stream().filter(this::isToRead).forEach((id) -> read(id, named.get(id)));
		finishIfRead();
	}

	private boolean isToRead(String id) {
		Entry entry = this.entries.get(id);
		return entry == null || entry.outdated;
	}

	private void forgetOthers(Set<String> ids) {
		this.entries.entrySet().removeIf((entry) -> {
			boolean gone = !ids.contains(entry.getKey());
			if (gone) {
				entry.getValue().watch.cancel();
			}
			return gone;
		});
	}

	// What was read before stands until it was read again, or members would go and come
	private void read(String id, @Nullable String node) {
		Entry entry = this.entries.computeIfAbsent(id, (key) -> new Entry());
		entry.outdated = false;
		this.unread++;
		entry.watch = this.znodes.watch(this.directory + "/" + node, (event) -> {
			entry.outdated = true;
			this.changed.run();
		}, (answer) -> onRead(id, entry, answer));
	}

	private void onRead(String id, Entry entry, Answer<NodeData> answer) {
		this.unread--;
		if (answer.isOk()) {
			entry.member = memberOf(id, answer.value());
		}
		else if (answer.why().error().isOutcomeUnknown()) {
			entry.outdated = true;
			this.waiting.clear();
			this.changed.run();
		}
		else {
			this.entries.remove(id, entry);
		}
		finishIfRead();
	}

	private static @Nullable Member memberOf(String id, NodeData node) {
		return node.stat().isEphemeral()
				? new Member(id, new String(node.data(), StandardCharsets.UTF_8), node.stat().created()) : null;
	}

	private void finishIfRead() {
		if (this.unread == 0) {
			List<Runnable> due = List.copyOf(this.waiting);
			this.waiting.clear();
			due.forEach(Runnable::run);
		}
	}

	List<Member> members() {
		return this.entries.values().stream().flatMap((entry) -> Optional.ofNullable(entry.member).stream()).toList();
	}

	int size() {
		return this.size;
	}

	void close() {
		this.waiting.clear();
		this.entries.values().forEach((entry) -> entry.watch.cancel());
		this.entries.clear();
	}

	private static final class Entry {

		private Cancellable watch = () -> {
		};

		// None also if a node is there that is no member, which is not read in vain again
		private @Nullable Member member;

		private boolean outdated;

	}

}
