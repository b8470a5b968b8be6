package io.zkhelper.benchmarks;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class CommandLineTests {

	@Test
	void runsEverythingByDefault() {
		CommandLine commandLine = CommandLine.parse(List.of());
		assertThat(commandLine.benchmarks()).isEqualTo(Benchmark.ALL);
		assertThat(commandLine.isCheck()).isFalse();
	}

	@Test
	void runsWhatIsNamed() {
		CommandLine commandLine = CommandLine.parse(List.of("--check", "threads", "reaped"));
		assertThat(commandLine.benchmarks()).extracting(Benchmark::name).containsExactly("threads", "reaped");
		assertThat(commandLine.isCheck()).isTrue();
	}

	@Test
	void namesWhatThereIs() {
		assertThatIllegalArgumentException().isThrownBy(() -> CommandLine.parse(List.of("speed")))
			.withMessage("There is no benchmark 'speed'. There are: "
					+ "uncontended, reaped, threads, retained, handover, requests, cached, served; and the option --check");
	}

}
