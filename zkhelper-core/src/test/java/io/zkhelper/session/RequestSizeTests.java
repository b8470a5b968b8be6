package io.zkhelper.session;

import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * Tests for {@link RequestSize}.
 */
class RequestSizeTests {

	@Test
	void countsContents() {
		assertThatNoException().isThrownBy(() -> RequestSize.require("request", List.of(creating(999_000))));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> RequestSize.require("request", List.of(creating(1_000_000))))
			.withMessageContaining("The changes of one request must not be over 1000000 bytes but have 1000034");
	}

	@Test
	void countsWhatEachOfManySmallChangesTakes() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> RequestSize.require("request", Collections.nCopies(100_000, new Change.Delete("/a", 0))));
	}

	@Test
	void countsPathsInBytes() {
		String path = "/" + "\u00e9".repeat(499_990);
		assertThatIllegalArgumentException()
			.isThrownBy(() -> RequestSize.require("request", List.of(new Change.Delete(path, 0))));
	}

	private static Change creating(int bytes) {
		return new Change.Create("/a", new byte[bytes], NodeKind.PERSISTENT);
	}

}
