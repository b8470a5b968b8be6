package io.zkhelper.cell;

import java.util.Map;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link LocalCellResolver} and {@link LocalCellStrategy}.
 */
class LocalCellResolverTests {

	private final LocalCellResolver resolver = LocalCellResolver.create()
		.withEnvironment(Map.of(LocalCellResolver.VARIABLE, "nj"))
		.withHostName("ny-web1.example.com")
		.withStrategy(LocalCellStrategy.BEFORE_DASH_OR_TWO);

	@Test
	void whatWasSaidGoesFirstThenTheEnvironmentThenTheMachine() {
		assertThat(this.resolver.withCell("sf").resolve()).isEqualTo("sf");
		assertThat(this.resolver.resolve()).isEqualTo("nj");
		assertThat(this.resolver.withEnvironment(Map.of()).resolve()).isEqualTo("ny");
	}

	@Test
	void whatIsBlankDoesNotCount() {
		assertThat(this.resolver.withCell(" ").resolve()).isEqualTo("nj");
		assertThat(this.resolver.withEnvironment(Map.of(LocalCellResolver.VARIABLE, "")).resolve()).isEqualTo("ny");
	}

	@ParameterizedTest
	@CsvSource({ "ny-web1,ny", "nyc12.example.com,ny", "a,a", "-web1,''", "'',''", "a.b-c,a" })
	void readsWhatStandsBeforeTheDash(String host, String cell) {
		assertThat(LocalCellStrategy.BEFORE_DASH_OR_TWO.cellOf(host)).isEqualTo(cell);
	}

	@ParameterizedTest
	@CsvSource({ "pa1,pa", "sjl-1,sjl", "lwc1.example.com,lwc", "12ab,''", "'',''", "ny,ny" })
	void readsTheLettersInFront(String host, String cell) {
		assertThat(LocalCellStrategy.LETTER_PREFIX.cellOf(host)).isEqualTo(cell);
	}

	@Test
	@DisplayName("F-33: a machine whose name tells no cell is an error that says what to do")
	void refusesAnEmptyCell() {
		LocalCellResolver lost = this.resolver.withEnvironment(Map.of())
			.withHostName("12ab")
			.withStrategy(LocalCellStrategy.LETTER_PREFIX);
		assertThatIllegalArgumentException().isThrownBy(lost::resolve)
			.withMessageContaining("'12ab'")
			.withMessageContaining(LocalCellResolver.VARIABLE);
	}

	@Test
	void refusesWhatIsNoCell() {
		assertThatIllegalArgumentException().isThrownBy(this.resolver.withCell("ny-east")::resolve)
			.withMessageContaining("'ny-east'");
		assertThatIllegalArgumentException().isThrownBy(this.resolver.withCell("local")::resolve)
			.withMessageContaining("'local'");
		assertThatIllegalArgumentException().isThrownBy(this.resolver.withCell("global")::resolve)
			.withMessageContaining("'global'");
	}

	@Test
	void doesNotReadTheMachineUnasked() {
		LocalCellResolver silent = LocalCellResolver.create().withEnvironment(Map.of()).withHostName("ny-web1");
		assertThatIllegalArgumentException().isThrownBy(silent::resolve).withMessageStartingWith("Nothing says");
	}

}
