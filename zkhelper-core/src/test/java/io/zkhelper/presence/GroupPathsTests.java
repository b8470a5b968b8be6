package io.zkhelper.presence;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class GroupPathsTests {

	private final GroupPaths paths = new GroupPaths("/zkhelper/groups/workers");

	@ParameterizedTest
	@ValueSource(strings = { "a", "orders-7f9c", "a/b", "..", "a+b", "50 %", "größer", "\uD83D\uDE00" })
	void theIdIsReadFromTheNode(String id) {
		String node = this.paths.member(id).substring(this.paths.directory().length() + 1);
		assertThat(node).doesNotContain("/");
		assertThat(GroupPaths.idOf(node)).contains(id);
	}

	@ParameterizedTest
	@ValueSource(strings = { "a+b", "x%2", "x%zz", "%61", "%20" })
	void whatNoIdGivesIsNoMember(String node) {
		assertThat(GroupPaths.idOf(node)).isEmpty();
	}

	@Test
	void anIdHasToBeOne() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.paths.member(" ")).withMessageContaining("a member");
	}

}
