package io.zkhelper.budgets;

import java.util.Collections;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a test can run on, and the types and calls by which it shows.
 */
enum Component {

	/** Values alone: none of the others. */
	U(Set.of(), Set.of()) {

		@Override
		boolean isUsedBy(TestUse use) {
			return Stream.of(values()).allMatch((other) -> Collections.disjoint(other.types, use.types()));
		}

	},

	/** The in-memory ZooKeeper. */
	F(Set.of("io.zkhelper.test.memory.InMemoryZooKeeper", "io.zkhelper.test.memory.SimulatedEnsemble"), Set.of()),

	/** A real server. */
	E(Set.of("io.zkhelper.test.server.EmbeddedZooKeeper", "io.zkhelper.test.server.EmbeddedZooKeeperMain",
			"io.zkhelper.test.server.EmbeddedEnsemble"), Set.of()),

	/** Three real servers. */
	E3(Set.of("io.zkhelper.test.server.EmbeddedEnsemble"), Set.of()),

	/** A real server behind a proxy that breaks connections during the test. */
	P(Set.of("io.zkhelper.test.server.TcpProxy"),
			Set.of("cut", "deafen", "silence", "silenceToServer", "silenceToClients", "dropConnections")),

	/** A JVM of its own that is killed during the test, by SIGKILL. */
	J(Set.of("io.zkhelper.test.process.JavaProcess", "io.zkhelper.sample.SampleProcess"), Set.of("kill", "send(KILL)")),

	/** A context of Spring Boot. */
	B(Set.of("org.springframework.boot.test.context.runner.ApplicationContextRunner",
			"org.springframework.boot.test.context.runner.WebApplicationContextRunner",
			"org.springframework.boot.test.context.SpringBootTest", "org.springframework.boot.SpringApplication",
			"org.springframework.boot.builder.SpringApplicationBuilder"), Set.of());

	private final Set<String> types;

	private final Set<String> calls;

	Component(Set<String> types, Set<String> calls) {
		this.types = types;
		this.calls = calls;
	}

	static Set<Component> parse(String letters) {
		return Stream.of(letters.split(" ")).map(Component::valueOf).collect(Collectors.toUnmodifiableSet());
	}

	/**
	 * Whether a test with this use runs on it.
	 */
	boolean isUsedBy(TestUse use) {
		return !Collections.disjoint(this.types, use.types())
				&& (this.calls.isEmpty() || !Collections.disjoint(this.calls, use.calls()));
	}

}
