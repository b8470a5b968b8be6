package io.zkhelper.presence;

import java.util.List;

/**
 * What has changed in a group since a listener was told last: several changes in quick
 * succession are one, and who came and went in between is not in it.
 *
 * @param joined who has come
 * @param left who has gone, as they were
 * @param changed whose payload is another, or who has gone and come again
 * @param view how it stands now
 * @since 1.0.0
 */
public record GroupChange(List<Member> joined, List<Member> left, List<Member> changed, GroupView view) {

	public GroupChange {
		joined = List.copyOf(joined);
		left = List.copyOf(left);
		changed = List.copyOf(changed);
	}

	static GroupChange between(GroupView before, GroupView now) {
		return new GroupChange(now.members().stream().filter((member) -> before.member(member.id()).isEmpty()).toList(),
				before.members().stream().filter((member) -> now.member(member.id()).isEmpty()).toList(),
				now.members().stream().filter((member) -> isOther(before, member)).toList(), now);
	}

	private static boolean isOther(GroupView before, Member member) {
		return before.member(member.id()).filter((earlier) -> !earlier.equals(member)).isPresent();
	}

	boolean isNone() {
		return this.joined.isEmpty() && this.left.isEmpty() && this.changed.isEmpty();
	}

}
