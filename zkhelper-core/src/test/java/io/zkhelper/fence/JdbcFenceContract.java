package io.zkhelper.fence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;

import io.zkhelper.claim.FencingToken;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * What {@link JdbcFence} promises on each database.
 */
abstract class JdbcFenceContract {

	static final FencingToken OLDER = new FencingToken(0xfffffffL, 7);

	static final FencingToken NEWER = new FencingToken(0x100000003L, 0);

	@TempDir
	private Path directory;

	private final List<FenceWriter> writers = new ArrayList<>();

	private FenceWriter first;

	private FenceWriter second;

	/** Open another connection to the same database. */
	abstract Connection connect(Path directory) throws SQLException;

	@BeforeEach
	void open() throws SQLException, IOException {
		this.first = writer();
		this.second = writer();
		this.first.execute("drop table if exists zkhelper_fence");
		this.first.execute("drop table if exists written");
		this.first.execute(schema());
		this.first.execute("create table written (position integer not null primary key, token varchar(25) not null)");
	}

	private static String schema() throws IOException {
		try (InputStream schema = JdbcFence.class.getResourceAsStream("schema.sql")) {
			return new String(Objects.requireNonNull(schema).readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	private FenceWriter writer() throws SQLException {
		FenceWriter writer = new FenceWriter(connect(this.directory));
		this.writers.add(writer);
		return writer;
	}

	@AfterEach
	void close() throws SQLException {
		for (FenceWriter writer : this.writers) {
			writer.close();
		}
	}

	@Test
	void letsTheSameAndANewerTokenPass() {
		this.first.pass(OLDER).commit();
		this.first.pass(OLDER).commit();
		this.second.pass(NEWER).commit();
		this.first.pass(NEWER).commit();
	}

	@Test
	void refusesAnOlderTokenAndSaysWhichIsTheNewest() {
		this.second.pass(NEWER).commit();
		requireStale(this.first.refusal(OLDER));
	}

	@Test
	void refusesAnOlderHandOverOfTheSameNode() {
		this.second.pass(new FencingToken(5, 10)).commit();
		assertThat(this.first.refusal(new FencingToken(5, 9))).isInstanceOf(StaleLeaderException.class);
	}

	@Test
	void aRollbackUndoesTheFirstPassAndLaterOnes() {
		this.first.pass(NEWER).rollback();
		this.first.pass(OLDER).commit();
		this.first.pass(NEWER).rollback();
		this.second.pass(OLDER).commit();
	}

	@Test
	void namesAreIndependent() throws SQLException {
		this.first.pass(NEWER).commit();
		this.second.connection().setAutoCommit(false);
		new JdbcFence().pass(this.second.connection(), "invoices", OLDER);
		this.second.commit();
	}

	@Test
	void refusesToWorkOutsideOfATransaction() throws SQLException {
		assertThatIllegalStateException()
			.isThrownBy(() -> new JdbcFence().pass(this.first.connection(), "reports", NEWER))
			.withMessageContaining("needs a transaction")
			.withMessageContaining("setAutoCommit(false)");
		this.second.pass(OLDER).commit();
	}

	@Test
	void anOlderTokenWaitsForANewerOneAndIsRefused() throws Exception {
		this.first.pass(OLDER).commit();
		this.second.pass(NEWER);
		CompletableFuture<?> late = requireWaiting(this.first.begin(OLDER));
		this.second.commit();
		requireStale(FenceWriter.outcome(late));
	}

	@Test
	void anOlderTokenPassesWhenTheNewerOneIsRolledBack() throws Exception {
		this.first.pass(OLDER).commit();
		this.second.pass(NEWER);
		CompletableFuture<?> late = requireWaiting(this.first.begin(OLDER));
		this.second.rollback();
		assertThat(FenceWriter.outcome(late)).isNull();
	}

	@Test
	void aNewerTokenWaitsForTheWriteOfAnOlderOne() throws Exception {
		this.first.pass(OLDER).commit();
		this.first.pass(OLDER);
		CompletableFuture<?> successor = requireWaiting(this.second.begin(NEWER));
		this.first.commit();
		assertThat(FenceWriter.outcome(successor)).isNull();
		this.second.commit();
		requireStale(this.first.refusal(OLDER));
	}

	@Test
	void ofTwoFirstOnesTheOlderPassesIfItCommitsFirst() throws Exception {
		this.first.pass(OLDER);
		CompletableFuture<?> successor = requireWaiting(this.second.begin(NEWER));
		this.first.commit();
		assertThat(FenceWriter.outcome(successor)).isNull();
		this.second.commit();
		requireStale(this.first.refusal(OLDER));
	}

	@Test
	void ofTwoFirstOnesTheOlderIsRefusedIfItCommitsSecond() throws Exception {
		this.second.pass(NEWER);
		CompletableFuture<?> late = requireWaiting(this.first.begin(OLDER));
		this.second.commit();
		requireStale(FenceWriter.outcome(late));
	}

	@Test
	void ofTwoFirstOnesTheSecondPassesIfTheFirstIsRolledBack() throws Exception {
		this.second.pass(NEWER);
		CompletableFuture<?> late = requireWaiting(this.first.begin(OLDER));
		this.second.rollback();
		assertThat(FenceWriter.outcome(late)).isNull();
	}

	@Test
	void manyWritersNeverGoBack() throws Exception {
		List<CompletableFuture<Integer>> counts = new ArrayList<>();
		for (int i = 0; i < 4; i++) {
			counts.add(CompletableFuture.supplyAsync(this::writeOften, (task) -> new Thread(task).start()));
		}
		int written = 0;
		for (CompletableFuture<Integer> count : counts) {
			written += count.get(60, TimeUnit.SECONDS);
		}
		assertThat(tokensWritten()).hasSize(written).hasSizeGreaterThanOrEqualTo(40).isSorted();
	}

	// Each writer shows the tokens 1 to 40: whoever comes first, 40 always passes
	private int writeOften() {
		return (int) IntStream.rangeClosed(1, 40).filter((i) -> write(new FencingToken(i, 0))).count();
	}

	private boolean write(FencingToken token) {
		try (Connection connection = connect(this.directory); Statement statement = connection.createStatement()) {
			connection.setAutoCommit(false);
			new JdbcFence().pass(connection, "reports", token);
			statement.execute(
					"insert into written (position, token) select coalesce(max(position), 0) + 1, '%s' from written"
						.formatted(token));
			connection.commit();
			return true;
		}
		catch (StaleLeaderException ex) {
			return false;
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private List<String> tokensWritten() throws SQLException {
		List<String> tokens = new ArrayList<>();
		try (Statement statement = this.first.connection().createStatement();
				ResultSet rows = statement.executeQuery("select token from written order by position")) {
			while (rows.next()) {
				tokens.add(rows.getString(1));
			}
		}
		return tokens;
	}

	private static CompletableFuture<?> requireWaiting(CompletableFuture<?> pass) {
		assertThatExceptionOfType(TimeoutException.class).isThrownBy(() -> pass.get(300, TimeUnit.MILLISECONDS));
		return pass;
	}

	private static void requireStale(@Nullable Throwable refusal) {
		assertThat(refusal).isInstanceOfSatisfying(StaleLeaderException.class, (ex) -> {
			assertThat(ex.name()).isEqualTo("reports");
			assertThat(ex.token()).isEqualTo(OLDER);
			assertThat(ex.newest()).isEqualTo(NEWER);
		});
	}

}
