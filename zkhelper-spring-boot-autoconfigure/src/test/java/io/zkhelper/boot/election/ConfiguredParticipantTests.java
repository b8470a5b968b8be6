package io.zkhelper.boot.election;

import java.util.Map;

import io.zkhelper.election.Participant;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ConfiguredParticipant}.
 */
class ConfiguredParticipantTests {

	@Test
	void namesItselfByApplicationHostProcessAndARandomPart() {
		Participant participant = ConfiguredParticipant.of(properties(null), "orders");
		assertThat(participant.id()).matches("orders-.+-" + ProcessHandle.current().pid() + "-[0-9a-f]{4}");
		assertThat(participant.address()).isEqualTo("http://here");
		assertThat(participant.attributes()).containsEntry("zone", "a");
	}

	@Test
	void takesTheNameThatItIsGiven() {
		assertThat(ConfiguredParticipant.of(properties("me"), "orders").id()).isEqualTo("me");
	}

	@Test
	void shortensTheNameOfTheApplication() {
		assertThat(ConfiguredParticipant.of(properties(null), "x".repeat(300)).id()).startsWith("x".repeat(80) + "-");
	}

	private static ElectionProperties.Participant properties(String id) {
		return new ElectionProperties.Participant(id, "http://here", Map.of("zone", "a"));
	}

}
