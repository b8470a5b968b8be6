package io.zkhelper.test.process;

import java.nio.file.Path;

import io.zkhelper.claim.FencingToken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the resource refuses, and what it lets happen.
 */
class FencedFileTests {

	private static final FencingToken OLD = new FencingToken(5, 7);

	private static final FencingToken NEW = new FencingToken(5, 8);

	@TempDir
	private Path directory;

	private FencedFile file;

	@BeforeEach
	void open() {
		this.file = FencedFile.open(this.directory.resolve("value"));
	}

	@AfterEach
	void close() {
		this.file.close();
	}

	@Test
	void theValueOutlivesTheProcess() {
		assertThat(this.file.read(OLD)).hasValue(0);
		assertThat(this.file.write(OLD, 42)).isTrue();
		try (FencedFile again = FencedFile.open(this.directory.resolve("value"))) {
			assertThat(again.read(OLD)).hasValue(42);
		}
	}

	@Test
	void aHolderFromThePastIsRefusedOnceItsSuccessorHasRead() {
		assertThat(this.file.read(OLD)).hasValue(0);
		assertThat(this.file.read(NEW)).hasValue(0);
		assertThat(this.file.write(OLD, 1)).isFalse();
		assertThat(this.file.read(OLD)).isEmpty();
		assertThat(this.file.write(NEW, 1)).isTrue();
		assertThat(this.file.value()).isEqualTo(1);
	}

	@Test
	void twoWithTheSameTokenLoseAnUpdate() {
		long first = this.file.read(OLD).orElseThrow();
		long second = this.file.read(OLD).orElseThrow();
		assertThat(this.file.write(OLD, first + 1)).isTrue();
		assertThat(this.file.write(OLD, second + 1)).isTrue();
		assertThat(this.file.value()).isEqualTo(1);
	}

}
