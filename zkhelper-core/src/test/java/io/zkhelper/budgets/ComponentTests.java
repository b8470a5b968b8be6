package io.zkhelper.budgets;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Component}.
 */
class ComponentTests {

	private static TestUse use(String body) {
		SourceFile file = SourceFiles.parse("Sample", """
				package sample;
				import io.zkhelper.test.process.JavaProcess;
				import io.zkhelper.test.server.TcpProxy;
				class Sample {
					void test() { %s }
					void breakIt() { lose(); }
					void lose() { this.proxy.cut(); }
				}
				""".formatted(body));
		return new TestSources(List.of(file)).usedBy(file.methods().get(0));
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "proxy.cut();", "breakIt();", "run(this::breakIt);", "run(proxy::cut);", "world().deafen(a);" })
	void aProxyHasToBreakSomething(String body) {
		assertThat(Component.P.isUsedBy(use(body))).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "proxy.restore();", "other.breakIt();", "print(\"cut\");", "/* cut(); */" })
	void aProxyThatIsJustThereIsNone(String body) {
		assertThat(Component.P.isUsedBy(use(body))).isFalse();
	}

	@Test
	void aProcessHasToBeKilled() {
		assertThat(Component.J.isUsedBy(use("process.send(\"KILL\");"))).isTrue();
		assertThat(Component.J.isUsedBy(use("process.kill();"))).isTrue();
		assertThat(Component.J.isUsedBy(use("process.send(\"TERM\");"))).isFalse();
	}

	@Test
	void valuesAloneUseNothingElse() {
		assertThat(Component.U.isUsedBy(use(""))).isFalse();
		SourceFile alone = SourceFiles.parse("Alone", "package sample; class Alone { void test() { } }");
		assertThat(Component.U.isUsedBy(new TestSources(List.of(alone)).usedBy(alone.methods().get(0)))).isTrue();
	}

}
