package io.zkhelper.cell;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link CellDirectory}.
 */
class CellDirectoryTests {

	private static final LocalCellResolver NOWHERE = LocalCellResolver.create().withEnvironment(Map.of());

	private final Map<String, String> entries = new HashMap<>(
			Map.of("own", "localhost:2181", "ownz:_zkocc", "localhost:2182", "own-global", "localhost:2183"));

	private CellDirectory directory(LocalCellResolver resolver) {
		return CellDirectory.load(() -> this.entries, resolver);
	}

	private CellDirectory inOwn() {
		return directory(NOWHERE.withCell("own"));
	}

	@Test
	@DisplayName("TC-01: addresses of cells and of the local one, known cells and cached ones")
	void addressesAndKnownCells() {
		CellDirectory directory = directory(
				NOWHERE.withHostName("own7.example.com").withStrategy(LocalCellStrategy.LETTER_PREFIX));
		for (String path : List.of("/zk/own", "/zk/own/", "/zk/local", "/zk/local/")) {
			assertThat(directory.connectString(CellPath.parse(path).cell())).as(path).isEqualTo("localhost:2181");
		}
		assertThat(directory.cells()).containsExactly("global", "own");
		assertThat(directory.cachedCells()).containsExactly("ownz");
	}

	@Test
	void theGlobalCellIsTheOneOfTheLocalCell() {
		this.entries.put("far-global", "far:2181");
		assertThat(inOwn().connectString("global")).isEqualTo("localhost:2183");
		assertThat(inOwn().cells()).containsExactly("global", "own");
	}

	@Test
	void anEntryForGlobalGoesFirst() {
		this.entries.put("global", "shared");
		assertThat(inOwn().connectString("global")).isEqualTo("shared:2181");
		assertThat(directory(NOWHERE).connectString("global")).isEqualTo("shared:2181");
	}

	@Test
	void withoutALocalCellThereIsNoGlobalOneOfIt() {
		assertThat(directory(NOWHERE).cells()).containsExactly("own");
		assertThatExceptionOfType(UnknownCellException.class)
			.isThrownBy(() -> directory(NOWHERE).connectString("global"))
			.withMessageContaining("'global'")
			.withMessageContaining("[own]");
	}

	@Test
	void localIsRefusedWhereNothingNamesIt() {
		assertThatIllegalArgumentException().isThrownBy(() -> directory(NOWHERE).connectString("local"))
			.withMessageContaining("ZK_CLIENT_LOCAL_CELL");
	}

	@Test
	void cacheServersAreInOrder() {
		this.entries.put("own:_zkocc", "b:1, a:2,");
		assertThat(inOwn().cacheServers("local")).containsExactly("b:1", "a:2");
		assertThatExceptionOfType(UnknownCellException.class).isThrownBy(() -> inOwn().cacheServers("ny"))
			.withMessageContaining("'ny:_zkocc'");
	}

	@Test
	void unknownCellsAreNamedTogetherWithTheKnownOnes() {
		UnknownCellException thrown = new UnknownCellException("ny", "ensemble", inOwn().cells());
		assertThatExceptionOfType(UnknownCellException.class).isThrownBy(() -> inOwn().connectString("ny"))
			.withMessage(thrown.getMessage())
			.withMessageContaining("'ny'")
			.withMessageContaining("[global, own]");
	}

	@Test
	void whereNoneIsKnownThatIsSaid() {
		assertThat(new UnknownCellException("ny", "ensemble", Set.of())).hasMessage(
				"No ensemble is known for cell 'ny', nor for any other: add an entry 'ny', or correct the name");
	}

	@Test
	void isLoadedOnceAndAgainWhenAskedTo() {
		CellDirectory directory = inOwn();
		this.entries.put("ny", "ny1");
		assertThat(directory.cells()).doesNotContain("ny");
		directory.refresh();
		assertThat(directory.connectString("ny")).isEqualTo("ny1:2181");
	}

	@Test
	void whatCannotBeLoadedChangesNothing() {
		CellDirectory directory = inOwn();
		this.entries.put("ny", "http://ny");
		assertThatIllegalArgumentException().isThrownBy(directory::refresh)
			.withMessageContaining("'ny'")
			.withMessageContaining("http://");
		assertThat(directory.cells()).containsExactly("global", "own");
	}

	@Test
	void entriesThatCannotWorkAreNamed() {
		assertRefused(Map.of("ny-east", "zk:2181"), "'ny-east'");
		assertRefused(Map.of("local", "zk:2181"), "'local' can't be defined");
		assertRefused(Map.of("", "zk:2181"), "''");
		assertRefused(Map.of("ny", " "), "'ny' has no servers");
		assertRefused(Map.of("ny:_zkocc", ""), "'ny:_zkocc' has no servers");
		assertRefused(Map.of("ny", "zk:99999"), "port 99999");
		assertRefused(Map.of("n/y", "zk"), "'n/y'");
	}

	private static void assertRefused(Map<String, String> entries, String named) {
		assertThatIllegalArgumentException().isThrownBy(() -> CellDirectory.load(CellSource.of(entries), NOWHERE))
			.withMessageContaining(named);
	}

}
