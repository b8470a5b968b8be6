package io.zkhelper.boot.election;

import java.util.ArrayList;
import java.util.List;

import io.zkhelper.election.LeaderElection;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LeaderElections}.
 */
class LeaderElectionsTests {

	private final LeaderElections elections = new LeaderElections("default", GrantableElection::new);

	@Test
	void findsOnlyWhatWasJoined() {
		assertThat(this.elections.find("reports")).isEmpty();
		assertThat(this.elections.names()).isEmpty();
		assertThat(this.elections.join("reports")).isSameAs(this.elections.join("reports"))
			.isSameAs(this.elections.find("reports").orElseThrow());
	}

	@Test
	void actsOnceOnEach() {
		List<String> seen = new ArrayList<>();
		this.elections.join("before");
		this.elections.forEach((election) -> seen.add(election.name()));
		this.elections.join("after");
		this.elections.join("before");
		assertThat(seen).containsExactly("before", "after");
	}

	@Test
	void sortsByName() {
		this.elections.join("b");
		this.elections.join("a");
		assertThat(this.elections.all()).extracting(LeaderElection::name).containsExactly("a", "b");
		assertThat(this.elections.names()).containsExactly("a", "b");
	}

}
