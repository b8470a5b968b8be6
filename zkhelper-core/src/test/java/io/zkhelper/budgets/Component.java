package io.zkhelper.budgets;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a test can run on, and the types by which it shows.
 */
enum Component {

	/** Values alone. */
	U,

	/** The in-memory ZooKeeper. */
	F("io.zkhelper.test.memory.InMemoryZooKeeper", "io.zkhelper.test.memory.SimulatedEnsemble"),

	/** A real server. */
	E("io.zkhelper.test.server.EmbeddedZooKeeper", "io.zkhelper.test.server.EmbeddedEnsemble"),

	/** Three real servers. */
	E3("io.zkhelper.test.server.EmbeddedEnsemble"),

	/** A real server behind a proxy. */
	P("io.zkhelper.test.server.TcpProxy", "io.zkhelper.test.server.FrameProxy");

	private final Set<String> types;

	Component(String... types) {
		this.types = Set.of(types);
	}

	static Set<Component> parse(String letters) {
		return Stream.of(letters.split(" ")).map(Component::valueOf).collect(Collectors.toUnmodifiableSet());
	}

	/**
	 * Whether a test that uses these types runs on it.
	 */
	boolean isUsedBy(Set<String> used) {
		return this.types.isEmpty() || this.types.stream().anyMatch(used::contains);
	}

}
