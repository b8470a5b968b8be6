package io.zkhelper.budgets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A scenario of the catalogue, which a test has to carry in its name.
 *
 * @param id its name in the catalogue
 * @param components what its tests together have to run on
 * @param summary what happens
 */
record Scenario(String id, Set<Component> components, String summary) {

	/**
	 * Read the catalogue.
	 */
	static List<Scenario> catalogue() {
		try {
			byte[] lines = Scenario.class.getResourceAsStream("/scenarios.csv").readAllBytes();
			return new String(lines, StandardCharsets.UTF_8).lines()
				.filter((line) -> !line.startsWith("#"))
				.map(Scenario::parse)
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Scenario parse(String line) {
		String[] cells = line.split(",", 3);
		assertThat(cells).as(line).hasSize(3).noneMatch(String::isBlank);
		return new Scenario(cells[0], Component.parse(cells[1]), cells[2]);
	}

}
