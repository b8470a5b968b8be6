package io.zkhelper.budgets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The page that says which test of ours is which scenario of others.
 *
 * @param text the text before the tables
 * @param rows the rows of all tables, without their heads
 */
record PeersPage(String text, List<Row> rows) {

	private static final Path PAGE = Path.of("..", "docs", "peers.md");

	private static final Pattern NUMBERS = Pattern
		.compile("\\*\\*(\\d+) scenarios\\*\\*: (\\d+) hold as they are\\. In (\\d+), ");

	static PeersPage read() {
		try {
			return of(Files.readString(PAGE));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static PeersPage of(String page) {
		return new PeersPage(page.substring(0, page.indexOf("\n## ")),
				Stream.of(page.split("\n"))
					.filter((line) -> line.startsWith("| ") && !line.startsWith("| Their test "))
					.map(Row::of)
					.toList());
	}

	/**
	 * Return the numbers that the text claims: of scenarios, of those that hold as they
	 * are, and of the others.
	 */
	List<Long> claimed() {
		MatchResult numbers = NUMBERS.matcher(this.text).results().findFirst().orElseThrow();
		return Stream.of(1, 2, 3).map((group) -> Long.valueOf(numbers.group(group))).toList();
	}

	List<Long> counted() {
		long different = this.rows.stream().filter((row) -> !row.difference().isEmpty()).count();
		return List.of((long) this.rows.size(), this.rows.size() - different, different);
	}

	/**
	 * A scenario of others.
	 *
	 * @param source their test
	 * @param scenario what happens
	 * @param tests ours, each with its class
	 * @param difference what zkhelper promises instead, or nothing
	 */
	record Row(String source, String scenario, List<String> tests, String difference) {

		private static final Pattern TEST = Pattern.compile("`(\\w+\\.\\w+)`");

		private static Row of(String line) {
			String[] cells = line.substring(1, line.lastIndexOf('|')).split("\\|", -1);
			if (cells.length != 4) {
				throw new IllegalArgumentException("Not four cells: " + line);
			}
			return new Row(cells[0].strip(), cells[1].strip(),
					TEST.matcher(cells[2]).results().map((test) -> test.group(1)).toList(), cells[3].strip());
		}

	}

}
