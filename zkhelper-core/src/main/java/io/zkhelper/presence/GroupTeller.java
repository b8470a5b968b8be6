package io.zkhelper.presence;

import java.time.Instant;
import java.util.List;

/**
 * Tells one listener what has changed since it was told last. Called by one thread at a
 * time.
 */
final class GroupTeller {

	private final GroupListener listener;

	private GroupView told = new GroupView(List.of(), 0, Instant.EPOCH, true);

	GroupTeller(GroupListener listener) {
		this.listener = listener;
	}

	void tell(GroupView view) {
		GroupChange change = GroupChange.between(this.told, view);
		this.told = view;
		if (!change.isNone()) {
			this.listener.onChanged(change);
		}
	}

}
