package io.zkhelper.budgets;

import java.util.List;
import java.util.Set;

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
		return Table.read("/scenarios.csv")
			.stream()
			.map((cells) -> new Scenario(cells.get(0), Component.parse(cells.get(1)), cells.get(2)))
			.toList();
	}

}
