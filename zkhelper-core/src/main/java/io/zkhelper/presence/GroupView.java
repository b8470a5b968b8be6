package io.zkhelper.presence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Who is in a group, as far as one process knows.
 *
 * @param members the members by id, at most {@value Group#MAX_MEMBERS}
 * @param size how many there are, also beyond those
 * @param asOf when that was read, by the clock of this machine
 * @param stale whether it may have changed since without this process having been told:
 * there is no connection, or nothing was read yet
 * @since 1.0.0
 */
public record GroupView(List<Member> members, int size, Instant asOf, boolean stale) {

	public GroupView {
		members = List.copyOf(members);
	}

	/**
	 * Return a member.
	 * @param id its id
	 * @return the member, empty if there is none of that id
	 */
	public Optional<Member> member(String id) {
		return this.members.stream().filter((member) -> member.id().equals(id)).findFirst();
	}

	GroupView asStale() {
		return new GroupView(this.members, this.size, this.asOf, true);
	}

	boolean sameMembers(GroupView other) {
		return this.members.equals(other.members) && this.size == other.size;
	}

}
