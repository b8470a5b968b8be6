package io.zkhelper.fence;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import io.zkhelper.claim.FencingToken;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Somebody who writes through a fence, on a connection and a thread of its own.
 */
final class FenceWriter implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final ExecutorService thread = Executors.newSingleThreadExecutor();

	private final JdbcFence fence = new JdbcFence();

	private final Connection connection;

	FenceWriter(Connection connection) {
		this.connection = connection;
	}

	Connection connection() {
		return this.connection;
	}

	/** Begin to pass, which may have to wait for others. */
	CompletableFuture<@Nullable Void> begin(FencingToken token) {
		return submit(() -> {
			this.connection.setAutoCommit(false);
			this.fence.pass(this.connection, "reports", token);
			return null;
		});
	}

	/** Pass at once, in a transaction that stays open. */
	FenceWriter pass(FencingToken token) {
		assertThat(outcome(begin(token))).isNull();
		return this;
	}

	/** Return what the fence says to a token, in a transaction of its own. */
	@Nullable Throwable refusal(FencingToken token) {
		Throwable refusal = outcome(begin(token));
		rollback();
		return refusal;
	}

	/** Wait for the end, and return how it failed. */
	static @Nullable Throwable outcome(CompletableFuture<?> future) {
		return future.handle((value, ex) -> (ex instanceof CompletionException) ? ex.getCause() : ex)
			.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
			.join();
	}

	void commit() {
		assertThat(submit(() -> {
			this.connection.commit();
			this.connection.setAutoCommit(true);
			return null;
		})).succeedsWithin(PATIENCE);
	}

	void rollback() {
		assertThat(submit(() -> {
			this.connection.rollback();
			this.connection.setAutoCommit(true);
			return null;
		})).succeedsWithin(PATIENCE);
	}

	/** Run a statement in a transaction of its own. */
	void execute(String sql) throws SQLException {
		try (Statement statement = this.connection.createStatement()) {
			statement.execute(sql);
		}
	}

	private <T extends @Nullable Object> CompletableFuture<T> submit(Callable<T> work) {
		CompletableFuture<T> result = new CompletableFuture<>();
		this.thread.execute(() -> {
			try {
				result.complete(work.call());
			}
			catch (Exception ex) {
				result.completeExceptionally(ex);
			}
		});
		return result;
	}

	@Override
	public void close() throws SQLException {
		this.connection.close();
		this.thread.shutdownNow();
	}

}
