package io.zkhelper.cell;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link CellPath}.
 */
class CellPathTests {

	@ParameterizedTest
	@DisplayName("TC-02: paths that are in no cell are refused by name")
	@ValueSource(strings = { "/zk", "bad/zk/path", "/wrongprefix/cell", "/zk//emptycellname", "/zk/bad-cell-name/" })
	void pathsWithoutACell(String path) {
		assertThatIllegalArgumentException().isThrownBy(() -> CellPath.parse(path))
			.withMessageStartingWith("Path '%s' is in no cell: ".formatted(path))
			.withMessageEndingWith("Write '/zk/<cell>/…'");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "/", "zk", "/zkny", "/zk/", "/zk/.", "/zk/..", "/zk/n y", "/zk/ny//a", "/zk/ny/a/",
			"/zk/ny//", "/zk/ny/../nj", "/zk/ny/\0", "/zk/a:b" })
	void pathsThatAreNotValid(String path) {
		assertThatIllegalArgumentException().isThrownBy(() -> CellPath.parse(path)).withMessageContaining(path);
	}

	@Test
	void namesItsCell() {
		CellPath path = CellPath.parse("/zk/ny/keys/a");
		assertThat(path.cell()).isEqualTo("ny");
		assertThat(path.isCell()).isFalse();
		assertThat(path).hasToString("/zk/ny/keys/a");
	}

	@Test
	void mayEndWithASlashBehindTheCell() {
		assertThat(CellPath.parse("/zk/local/")).isEqualTo(CellPath.parse("/zk/local"));
		assertThat(CellPath.parse("/zk/local/").isLocal()).isTrue();
		assertThat(CellPath.parse("/zk/local/").isCell()).isTrue();
	}

	@Test
	void mayEndWithASlashWhereTheServerGoesOn() {
		assertThat(CellPath.parseSequential("/zk/ny/queue/").path()).isEqualTo("/zk/ny/queue/");
		assertThatIllegalArgumentException().isThrownBy(() -> CellPath.parseSequential("/zk/"));
	}

	@Test
	void isMovedToAnotherCell() {
		assertThat(CellPath.parse("/zk/local/a/local").in("ny").path()).isEqualTo("/zk/ny/a/local");
		assertThat(CellPath.parse("/zk/local").in("ny").path()).isEqualTo("/zk/ny");
	}

	@Test
	void itsPartsAgree() {
		assertThatIllegalArgumentException().isThrownBy(() -> new CellPath("nj", "/zk/ny/a"))
			.withMessageContaining("'nj'");
	}

}
