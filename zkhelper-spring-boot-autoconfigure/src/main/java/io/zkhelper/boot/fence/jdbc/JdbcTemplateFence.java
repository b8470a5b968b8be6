package io.zkhelper.boot.fence.jdbc;

import io.zkhelper.claim.FencingToken;
import io.zkhelper.fence.Fence;
import io.zkhelper.fence.JdbcFence;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * A {@link JdbcFence} that takes part in the current transaction of Spring.
 *
 * @since 1.0.0
 */
public final class JdbcTemplateFence implements Fence {

	private final JdbcOperations jdbc;

	private final JdbcFence fence;

	/**
	 * Create a fence.
	 * @param jdbc accesses the database that is written to
	 * @param fence knows the table
	 */
	public JdbcTemplateFence(JdbcOperations jdbc, JdbcFence fence) {
		this.jdbc = jdbc;
		this.fence = fence;
	}

	/**
	 * Let a token pass that is as new as the newest one or newer, in the current
	 * transaction. If that transaction is rolled back, it never happened.
	 * @param name whose token it is
	 * @param token the token of whoever wants to write
	 * @throws io.zkhelper.fence.StaleLeaderException if a newer token has passed
	 * @throws IllegalStateException if there is no transaction of this database
	 * @throws org.springframework.dao.DataAccessException if the database can't tell;
	 * where it is a {@code ConcurrencyFailureException}, run the transaction again
	 */
	@Override
	public void pass(String name, FencingToken token) {
		if (!TransactionSynchronizationManager.isActualTransactionActive()) {
			throw new IllegalStateException(
					("The fence '%s' needs a transaction, and there is none on this thread: somebody "
							+ "newer could pass between this check and your write. Make the method that does both @Transactional, "
							+ "or use a TransactionTemplate")
						.formatted(name));
		}
		this.jdbc.execute((ConnectionCallback<@Nullable Void>) (connection) -> {
			this.fence.pass(connection, name, token);
			return null;
		});
	}

}
