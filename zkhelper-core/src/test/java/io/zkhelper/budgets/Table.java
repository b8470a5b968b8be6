package io.zkhelper.budgets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Files of three columns, of which the last is free text.
 */
final class Table {

	private Table() {
	}

	static List<List<String>> read(String resource) {
		try {
			byte[] bytes = Table.class.getResourceAsStream(resource).readAllBytes();
			return new String(bytes, StandardCharsets.UTF_8).lines()
				.filter((line) -> !line.startsWith("#"))
				.map(Table::cells)
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static List<String> cells(String line) {
		List<String> cells = List.of(line.split(",", 3));
		assertThat(cells).as(line).hasSize(3).noneMatch(String::isBlank);
		return cells;
	}

}
