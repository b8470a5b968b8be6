package io.zkhelper.test.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import org.apache.zookeeper.CreateMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class EmbeddedZooKeeperMainTests {

	@Test
	void servesInAProcessOfItsOwn(@TempDir Path directory) throws Exception {
		Process process = start("--data-dir", directory.toString(), "--tick-time", "100ms");
		try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
			String ready = output.readLine();
			assertThat(ready).matches("ready 127\\.0\\.0\\.1:\\d+");
			try (RawClient client = RawClient.connect(ready.substring("ready ".length()))) {
				client.create("/a", CreateMode.EPHEMERAL);
			}
			// Unlike Process.destroy(), leaves the output open
			process.toHandle().destroy();
			assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
			assertThat(output.lines().collect(Collectors.joining())).isEmpty();
		}
		finally {
			process.destroyForcibly();
		}
	}

	private static Process start(String... arguments) throws IOException {
		Path java = Path.of(System.getProperty("java.home"), "bin", "java");
		ProcessBuilder builder = new ProcessBuilder(java.toString(), "-cp", System.getProperty("java.class.path"),
				EmbeddedZooKeeperMain.class.getName());
		builder.command().addAll(List.of(arguments));
		return builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
	}

	@Test
	void saysWhichOptionItDoesNotKnow() {
		assertThatIllegalArgumentException().isThrownBy(() -> MainArguments.parse(List.of("--tick", "5ms")))
			.withMessageContaining("'--tick'")
			.withMessageContaining("Usage");
		assertThatIllegalArgumentException().isThrownBy(() -> MainArguments.parse(List.of("--tick-time", "5")))
			.withMessageContaining("'5'");
	}

}
