package io.zkhelper.boot.embedded;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ServingLock}.
 */
class ServingLockTests {

	@TempDir
	private Path directory;

	@Test
	void isHeldOnceInAProcess() throws IOException {
		try (ServingLock first = ServingLock.tryAcquire(this.directory).orElseThrow()) {
			assertThat(ServingLock.tryAcquire(this.directory)).isEmpty();
			assertThat(first).isNotNull();
		}
		ServingLock.tryAcquire(this.directory).orElseThrow().close();
	}

	@Test
	void keepsOtherProcessesOutAlsoAfterAnotherAttemptHere() throws Exception {
		assertThat(anotherProcessAcquires()).isTrue();
		try (ServingLock held = ServingLock.tryAcquire(this.directory).orElseThrow()) {
			assertThat(ServingLock.tryAcquire(this.directory)).isEmpty();
			assertThat(anotherProcessAcquires()).isFalse();
			assertThat(held).isNotNull();
		}
	}

	private boolean anotherProcessAcquires() throws Exception {
		return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
				System.getProperty("java.class.path"), Attempt.class.getName(), this.directory.toString())
			.inheritIO()
			.start()
			.waitFor() == 0;
	}

	static final class Attempt {

		private Attempt() {
		}

		public static void main(String[] args) throws IOException {
			System.exit(ServingLock.tryAcquire(Path.of(args[0])).isPresent() ? 0 : 1);
		}

	}

}
