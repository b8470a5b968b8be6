package io.zkhelper.presence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class GroupChangeTests {

	private static final Member A = new Member("a", "1", Instant.EPOCH);

	private static final Member B = new Member("b", "1", Instant.EPOCH);

	private static final Member C = new Member("c", "1", Instant.EPOCH);

	@Test
	void tellsWhoCameWentAndChanged() {
		Member changed = new Member("b", "2", Instant.EPOCH);
		GroupChange change = GroupChange.between(view(A, B), view(changed, C));
		assertThat(change.joined()).containsExactly(C);
		assertThat(change.left()).containsExactly(A);
		assertThat(change.changed()).containsExactly(changed);
	}

	@Test
	void whoHasGoneAndComeAgainHasChanged() {
		Member again = new Member("a", "1", Instant.ofEpochSecond(1));
		assertThat(GroupChange.between(view(A), view(again)).changed()).containsExactly(again);
	}

	@Test
	void aListenerIsToldTheSumOfWhatItHasMissed() {
		List<GroupChange> told = new ArrayList<>();
		GroupTeller teller = new GroupTeller(told::add);
		teller.tell(view());
		teller.tell(view(A));
		teller.tell(view(A));
		teller.tell(view(B, C));
		assertThat(told).hasSize(2);
		assertThat(told.get(1).joined()).containsExactly(B, C);
		assertThat(told.get(1).left()).containsExactly(A);
	}

	private static GroupView view(Member... members) {
		return new GroupView(List.of(members), members.length, Instant.EPOCH, false);
	}

}
