package io.zkhelper.sample;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import io.zkhelper.claim.FencingToken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link Fence}.
 */
class FenceTests {

	// The common pool has one thread on two processors, which blocks with its first task
	private static final Executor OWN_THREAD = (task) -> new Thread(task).start();

	private static final FencingToken OLDER = new FencingToken(0xfffffffL, 0);

	private static final FencingToken NEWER = new FencingToken(0x100000003L, 0);

	@TempDir
	private Path directory;

	private TestDatabase database;

	private TestDatabase otherCopy;

	@BeforeEach
	void open() throws IOException {
		this.database = new TestDatabase(this.directory.resolve("reports.db"));
		this.otherCopy = new TestDatabase(this.directory.resolve("reports.db"));
	}

	@AfterEach
	void close() {
		this.database.close();
		this.otherCopy.close();
	}

	@Test
	void letsTheSameAndANewerTokenPass() {
		assertThat(this.database.fence().write(OLDER, () -> "first")).isEqualTo("first");
		assertThat(this.database.fence().write(OLDER, () -> "again")).isEqualTo("again");
		assertThat(this.otherCopy.fence().write(NEWER, () -> "successor")).isEqualTo("successor");
	}

	@Test
	void refusesAnOlderTokenWithoutWriting() {
		this.otherCopy.fence().write(NEWER, () -> 0);
		assertThatExceptionOfType(StaleTokenException.class)
			.isThrownBy(() -> this.database.fence().write(OLDER, () -> note(this.database, 1)))
			.withMessageContaining(OLDER.toString())
			.satisfies((ex) -> assertThat(ex.token()).isEqualTo(OLDER));
		assertThat(notes()).isZero();
	}

	@Test
	void doesNotRaiseTheFenceWhenTheWriteFails() {
		assertThatIllegalStateException().isThrownBy(() -> this.database.fence().write(NEWER, () -> {
			note(this.database, 1);
			throw new IllegalStateException("disk full");
		}));
		assertThat(notes()).isZero();
		assertThat(this.otherCopy.fence().write(OLDER, () -> "passes")).isEqualTo("passes");
	}

	@Test
	void keepsANewcomerOutUntilTheWriteIsCommitted() throws Exception {
		CountDownLatch inside = new CountDownLatch(1);
		CountDownLatch mayGo = new CountDownLatch(1);
		CompletableFuture<Integer> old = CompletableFuture
			.supplyAsync(() -> this.database.fence().write(OLDER, pausing(inside, mayGo)), OWN_THREAD);
		assertThat(inside.await(5, TimeUnit.SECONDS)).isTrue();
		CompletableFuture<Integer> successor = CompletableFuture
			.supplyAsync(() -> this.otherCopy.fence().write(NEWER, this::notes), OWN_THREAD);
		assertThat(successor).isNotDone();
		mayGo.countDown();
		assertThat(old.get(5, TimeUnit.SECONDS)).isEqualTo(1);
		assertThat(successor.get(5, TimeUnit.SECONDS)).as("seen by the successor").isEqualTo(1);
	}

	@Test
	void concurrentWritersNeitherFailNorGoBack() {
		CompletableFuture<?>[] writers = IntStream.range(0, 8)
			.mapToObj((i) -> CompletableFuture.runAsync(() -> writeOften((i % 2 == 0) ? this.database : this.otherCopy),
					OWN_THREAD))
			.toArray(CompletableFuture[]::new);
		assertThat(CompletableFuture.allOf(writers)).succeedsWithin(Duration.ofSeconds(30));
		assertThat(this.database.jdbc()
			.sql("select count(*) from refusal a join refusal b on a.rowid < b.rowid where a.token > b.token")
			.query(Integer.class)
			.single()).as("writes that went back").isZero();
		assertThat(notes()).isPositive();
	}

	private void writeOften(TestDatabase copy) {
		for (int i = 1; i <= 50; i++) {
			FencingToken token = new FencingToken(i, 0);
			try {
				copy.fence().write(token, () -> note(copy, token.zxid()));
			}
			catch (StaleTokenException ex) {
				// Another writer is ahead
			}
		}
	}

	private Supplier<Integer> pausing(CountDownLatch inside, CountDownLatch mayGo) {
		return () -> {
			inside.countDown();
			try {
				assertThat(mayGo.await(5, TimeUnit.SECONDS)).isTrue();
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
			return note(this.database, 1);
		};
	}

	private static int note(TestDatabase copy, long number) {
		return copy.jdbc()
			.sql("insert into refusal values ('test', ?, '', 0)")
			.param(new FencingToken(number, 0).toString())
			.update();
	}

	private int notes() {
		return this.otherCopy.jdbc().sql("select count(*) from refusal").query(Integer.class).single();
	}

}
