package io.zkhelper.test.process;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Arrays;

import io.zkhelper.election.Participant;
import io.zkhelper.session.Timing;

/**
 * What processes contend for. An enum implements it, so that a recipe can be named on a
 * command line, wherever the enum comes from.
 */
interface Recipe {

	String name();

	/**
	 * How long a successor waits beyond the end of its predecessor's session.
	 */
	Duration takeoverDelay(Timing timing);

	/**
	 * Contend, and go on until the part is closed.
	 */
	Part join(Settings settings, Participant who, PrintStream output);

	static String format(Recipe recipe) {
		return ((Enum<?>) recipe).getDeclaringClass().getName() + "#" + recipe.name();
	}

	static Recipe parse(String text) {
		String[] parts = text.split("#");
		try {
			return Arrays.stream(Class.forName(parts[0]).getEnumConstants())
				.map(Recipe.class::cast)
				.filter((recipe) -> recipe.name().equals(parts[1]))
				.findFirst()
				.orElseThrow();
		}
		catch (ClassNotFoundException ex) {
			throw new IllegalArgumentException(text, ex);
		}
	}

}
