package io.zkhelper.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * All lines, in Markdown that can be read as it is.
 *
 * @param rows the lines
 */
record Table(List<Row> rows) {

	private static final List<String> HEADER = List.of("benchmark", "ours", "Curator", "raw", "ratio", "target",
			"met?");

	boolean isAllMet() {
		return this.rows.stream().allMatch(Row::isMet);
	}

	@Override
	public String toString() {
		List<List<String>> lines = new ArrayList<>(List.of(HEADER));
		this.rows.forEach((row) -> lines.add(row.cells()));
		List<Integer> widths = IntStream.range(0, HEADER.size())
			.mapToObj((column) -> lines.stream().mapToInt((line) -> line.get(column).length()).max().orElse(0))
			.toList();
		lines.add(1, widths.stream().map("-"::repeat).toList());
		return lines.stream().map((line) -> line(line, widths)).collect(Collectors.joining("\n"));
	}

	private static String line(List<String> cells, List<Integer> widths) {
		return IntStream.range(0, cells.size())
			.mapToObj((column) -> cells.get(column) + " ".repeat(widths.get(column) - cells.get(column).length()))
			.collect(Collectors.joining(" | ", "| ", " |"));
	}

}
