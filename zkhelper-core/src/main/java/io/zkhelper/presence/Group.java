package io.zkhelper.presence;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import io.zkhelper.session.Cancellable;
import io.zkhelper.session.Engine;
import io.zkhelper.session.ZkClient;

/**
 * A group of instances that know of each other: each member is an ephemeral node with a
 * payload, below the client's root.
 * <p>
 * Questions are answered from memory, also while the servers are away. A member that has
 * died is there for others up to a session timeout longer, and each process hears of
 * changes in its own time: who needs to be the only one needs an election or a lock.
 * <p>
 * Safe for use by many threads.
 *
 * @since 1.0.0
 */
public final class Group implements AutoCloseable {

	/** Of how many members the payloads are read. */
	public static final int MAX_MEMBERS = 1000;

	private final ZkClient client;

	private final String name;

	private final GroupPaths paths;

	private final GroupWatch watch;

	// Those that are not over
	private final Queue<Presence> joined = new ConcurrentLinkedQueue<>();

	private volatile boolean closed;

	private Group(ZkClient client, String name) {
		this.client = client;
		this.name = name;
		Engine engine = Engine.of(client);
		this.paths = GroupPaths.of(engine.options(), name);
		this.watch = new GroupWatch(engine, engine.options().chroot() + this.paths.directory());
	}

	/**
	 * Begin to follow a group. Returns at once; the view is stale until something was
	 * read.
	 * @param client the client
	 * @param name the name of the group
	 * @return the group
	 * @throws IllegalArgumentException if the name is blank or over 200 bytes
	 */
	public static Group open(ZkClient client, String name) {
		Group group = new Group(client, name);
		group.watch.open();
		return group;
	}

	/**
	 * Return the name.
	 * @return the name
	 */
	public String name() {
		return this.name;
	}

	/**
	 * Join, as one member. Returns at once. If the id is taken, by an earlier run of this
	 * process for example, it waits for the end of that as {@link WhenTaken#WAIT} does.
	 * @param id names the member; unique in the group
	 * @param payload what others are to know, at most 4096 bytes in UTF-8; to change it
	 * call {@link Presence#update(byte[])}
	 * @return the membership, which ends when it is closed
	 * @throws IllegalArgumentException if the id is blank or over 200 bytes, or the
	 * payload too long
	 * @throws IllegalStateException if this client has a member of that id already, or
	 * the group is closed
	 */
	public Presence join(String id, String payload) {
		return join(id, payload, WhenTaken.WAIT);
	}

	/**
	 * Join, as one member. Otherwise as {@link #join(String, String)}.
	 * @param id names the member
	 * @param payload what others are to know
	 * @param whenTaken what to do if somebody else has that id
	 * @return the membership
	 */
	public Presence join(String id, String payload, WhenTaken whenTaken) {
		if (this.closed) {
			throw new IllegalStateException("Group '%s' is closed: open another one".formatted(this.name));
		}
		Presence presence = Presence.builder(this.client, this.paths.member(id))
			.data(payload.getBytes(StandardCharsets.UTF_8))
			.whenTaken(whenTaken)
			.build();
		presence.start();
		this.joined.add(presence);
		presence.whenOver(() -> this.joined.remove(presence));
		// Looked at after adding: a close that has not seen the member is seen here
		if (this.closed) {
			presence.close();
		}
		return presence;
	}

	/**
	 * Return who is in the group, from memory.
	 * @return the view
	 */
	public GroupView view() {
		return this.watch.view();
	}

	/**
	 * Return the members by id, from memory. As {@link #view()}, which says how old that
	 * is.
	 * @return the members, at most {@value #MAX_MEMBERS}
	 */
	public List<Member> members() {
		return view().members();
	}

	/**
	 * Add a listener.
	 * @param listener the listener
	 * @return removes the listener
	 */
	public Cancellable addListener(GroupListener listener) {
		return this.watch.add(listener);
	}

	/**
	 * Follow the group no more, and leave it with all members that have joined through
	 * this object. Returns at once, as {@link Presence#close()} does. A member that joins
	 * at the same time is refused, or leaves again.
	 */
	@Override
	public void close() {
		this.closed = true;
		this.joined.forEach(Presence::close);
		this.watch.close();
	}

}
