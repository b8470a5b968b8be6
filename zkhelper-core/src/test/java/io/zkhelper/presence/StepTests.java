package io.zkhelper.presence;

import io.zkhelper.presence.Step.Past;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class StepTests {

	@ParameterizedTest
	@CsvSource({ "NOTHING, NEVER, FAIL, CREATE", "NOTHING, BEFORE, WAIT, CREATE", "NOTHING, HERE, WAIT, CREATE_LATER",
			"NOTHING, HERE, TAKE_OVER, CREATE_LATER", "OWN, NEVER, FAIL, KEEP", "OWN, HERE, WAIT, KEEP",
			"FORMER, BEFORE, FAIL, REPLACE", "PERSISTENT, NEVER, TAKE_OVER, FAIL", "PERSISTENT, NEVER, WAIT, FAIL",
			"ANOTHER, NEVER, FAIL, FAIL", "ANOTHER, NEVER, WAIT, WAIT", "ANOTHER, HERE, WAIT, WAIT",
			"ANOTHER, NEVER, TAKE_OVER, REPLACE", "ANOTHER, BEFORE, TAKE_OVER, FAIL",
			"ANOTHER, HERE, TAKE_OVER, FAIL" })
	void whatFollowsFromWhatWasFound(Found found, Past past, WhenTaken whenTaken, Step step) {
		assertThat(Step.next(found, past, whenTaken)).isEqualTo(step);
	}

}
