package io.zkhelper.budgets;

import java.util.List;
import java.util.Set;

/**
 * Something that the older systems can do, and the scenarios in which it is tried here.
 *
 * @param needs what these scenarios together have to run on
 * @param scenarios their names in the catalogue
 * @param name what it is
 */
record Feature(Set<Component> needs, List<String> scenarios, String name) {

	/**
	 * Read them.
	 */
	static List<Feature> all() {
		return Table.read("/features.csv")
			.stream()
			.map((cells) -> new Feature(Component.parse(cells.get(0)), List.of(cells.get(1).split(" ")), cells.get(2)))
			.toList();
	}

}
