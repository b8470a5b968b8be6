package io.zkhelper.budgets;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a table of the documentation says is ours, is there.
 */
class DocumentedNamesTests {

	private static final Pattern CODE = Pattern.compile("`([^`]+)`");

	/** Rows of two cells, of tables that say what there is there and what here. */
	private static final Pattern TABLE = Pattern.compile("\\| There \\| Here \\|\n\\|---\\|---\\|\n((?:\\| .*\n)+)");

	private static final Pattern HERE = Pattern.compile("(?m)(?<!\\\\)\\|((?:[^|\n]|\\\\\\|)*)\\|$");

	private final PublicNames names = new PublicNames(SourceFiles.ofAllModules());

	private final DocumentedSettings settings;

	DocumentedNamesTests() throws IOException {
		this.settings = new DocumentedSettings();
	}

	@Test
	void namesInThePageForNewcomersExist() throws IOException {
		String page = Files.readString(SourceFiles.root().resolve("docs/coming-from.md"));
		List<String> ours = found(TABLE, page).flatMap((rows) -> found(HERE, rows))
			.flatMap((cell) -> found(CODE, cell))
			.toList();
		assertThat(ours).hasSizeGreaterThan(100);
		assertThat(ours.stream().filter((code) -> !isThere(code))).isEmpty();
	}

	private boolean isThere(String code) {
		return code.startsWith("zkhelper.") ? this.settings.has(code) : this.names.has(code);
	}

	private static Stream<String> found(Pattern pattern, String text) {
		return pattern.matcher(text).results().map((found) -> found.group(1));
	}

	@Test
	void whatIsNotThereIsNoticed() {
		assertThat(Stream.of("HeldLock", "HeldLock.token()", "DistributedLocks.on(client)", "@LeaderOnly",
				"tryAcquire()", "CREATE_NODE", "zkhelper.root", "LossReason.VANISHED", "zkhelper.mode=single",
				"zkhelper.elections.reports.*", "zkhelper.elections.reports.safety=strict", "zkhelper.lock.held"))
			.allMatch(this::isThere);
		assertThat(Stream.of("HeldLocks", "HeldLock.tokens()", "@LeaderOnce", "tryToAcquire()", "LossReason.GONE",
				"zkhelper.no.such", "zkhelper.roots", "zkhelper.lock", "zkhelper.no.*",
				"zkhelper.elections.reports.color=red"))
			.noneMatch(this::isThere);
	}

}
