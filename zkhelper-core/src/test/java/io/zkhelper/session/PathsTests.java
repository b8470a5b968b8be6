package io.zkhelper.session;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Names as segments, and roots.
 */
class PathsTests {

	@ParameterizedTest
	@CsvSource({ "reports,reports", "nightly.report,nightly.report", "a/b,a%2Fb", "a%2Fb,a%252Fb", "..,%2E.",
			"zookeeper,zookeeper", "über uns,%C3%BCber%20uns" })
	void namesBecomeOneSegment(String name, String segment) {
		assertThat(Paths.segment("an election", name)).isEqualTo(segment);
	}

	@Test
	void namesOverTheLimitAreRefused() {
		assertThat(Paths.segment("an election", "x".repeat(200))).hasSize(200);
		assertThatIllegalArgumentException().isThrownBy(() -> Paths.segment("an election", "ü".repeat(101)))
			.withMessageContaining("must not be over 200 bytes")
			.withMessageContaining("has 202");
	}

	@Test
	void emptyNamesAreRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> Paths.segment("an election", " "))
			.withMessage("The name of an election must not be empty or blank but was ' '");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\ud800", "a\udc00b", "\udc00\ud800" })
	void namesThatAreNoTextAreRefused(String name) {
		assertThatIllegalArgumentException().isThrownBy(() -> Paths.segment("a lock", name))
			.withMessageContaining("'" + name + "'")
			.withMessageContaining("surrogate");
	}

	@ParameterizedTest
	@ValueSource(strings = { "zkhelper", "/zkhelper/", "//zkhelper", "/a/../b", "", "/" })
	void wrongRootsAreRefused(String root) {
		ZkClientOptions options = ZkClientOptions.of("localhost");
		assertThatIllegalArgumentException().isThrownBy(() -> options.withRoot(root))
			.withMessageContaining("root")
			.withMessageContaining("'" + root + "'");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/a\u0000b", "/a/\n", "/\ue000", "/\ud83d\ude00" })
	void charactersThatServersRefuseAreRefused(String path) {
		assertThatIllegalArgumentException().isThrownBy(() -> Paths.require("path", path))
			.withMessageContaining("'" + path + "'")
			.withMessageContaining("control character")
			.withMessageContaining("surrogate")
			.withMessageContaining("private use");
	}

	@Test
	void parentsOfTheTopLevelAreTheRoot() {
		assertThat(Paths.parentOf("/a/b")).isEqualTo("/a");
		assertThat(Paths.parentOf("/a")).isEqualTo("/");
		assertThat(Paths.nameOf("/a/b")).isEqualTo("b");
	}

}
