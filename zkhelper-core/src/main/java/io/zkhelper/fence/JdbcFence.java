package io.zkhelper.fence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLTransactionRollbackException;
import java.sql.Savepoint;
import java.util.Optional;
import java.util.regex.Pattern;

import io.zkhelper.claim.FencingToken;

/**
 * A fence in a table of the database that is written to, with a row for each name. To
 * compare the token, to raise it and to write are one transaction, the caller's: it is
 * undone with the write, and a transaction of the same name that comes meanwhile waits
 * for its end.
 * <p>
 * The table has two columns; {@code io/zkhelper/fence/schema.sql} on the class path
 * creates it. Names must differ under the collation of the database, which may ignore
 * case: names that it takes for one share a row.
 * <p>
 * Not promised:
 * <ul>
 * <li>that who was refused by nobody leads: only that nobody newer has written here, or
 * shown its token, before;</li>
 * <li>that reads are fenced: let reads that a later write depends on, and the beginning
 * of a term's work, pass the fence as well;</li>
 * <li>anything about the other rows: their isolation is that of the transaction. From
 * {@code REPEATABLE READ} on, some databases end one of two concurrent transactions with
 * a serialization failure, which is to be run again;</li>
 * <li>that tokens grow when ZooKeeper is restored from a backup or wiped. They go back
 * then, and are refused. Once nobody from before can still write, delete the row.</li>
 * </ul>
 *
 * @since 1.0.0
 */
public final class JdbcFence {

	/** The name of the table, unless another one is chosen. */
	public static final String DEFAULT_TABLE = "zkhelper_fence";

	private static final String IDENTIFIER = "[A-Za-z_][A-Za-z0-9_]{0,62}";

	private static final Pattern TABLE = Pattern.compile("(" + IDENTIFIER + "\\.){0,2}" + IDENTIFIER);

	private static final String INTEGRITY_VIOLATION = "23";

	private static final int ROUNDS = 3;

	private final String raise;

	private final String read;

	private final String insert;

	/**
	 * Create a fence in the table {@value #DEFAULT_TABLE}.
	 */
	public JdbcFence() {
		this(DEFAULT_TABLE);
	}

	/**
	 * Create a fence.
	 * @param table the name of its table, with its schema if needed, unquoted
	 * @throws IllegalArgumentException if that is no such name
	 */
	public JdbcFence(String table) {
		if (!TABLE.matcher(table).matches()) {
			throw new IllegalArgumentException(
					"'%s' is no name of a table: expected letters, digits and '_', as in 'zkhelper_fence' or 'app.fence'"
						.formatted(table));
		}
		// The text form of a token sorts like the token
		this.raise = "update %s set token = ? where name = ? and token <= ?".formatted(table);
		this.read = "select token from %s where name = ?".formatted(table);
		this.insert = "insert into %s (name, token) values (?, ?)".formatted(table);
	}

	/**
	 * Let a token pass that is as new as the newest one or newer, in the transaction of a
	 * connection. If that transaction is rolled back, it never happened.
	 * <p>
	 * Waits for other transactions that have passed with the same name, for as long as
	 * the database lets wait.
	 * @param connection the connection that writes, within a transaction
	 * @param name whose token it is
	 * @param token the token of whoever wants to write
	 * @throws StaleLeaderException if a newer token has passed; roll the transaction back
	 * @throws IllegalStateException if the connection commits after each statement
	 * @throws SQLException if the database can't tell; roll the transaction back
	 */
	public void pass(Connection connection, String name, FencingToken token) throws SQLException {
		NamedToken shown = new NamedToken(name, token);
		requireTransaction(connection, name);
		for (int round = 0; round < ROUNDS; round++) {
			if (raise(connection, shown)) {
				return;
			}
			Optional<FencingToken> newest = read(connection, name);
			if (newest.isPresent() && newest.get().isNewerThan(token)) {
				throw new StaleLeaderException(name, token, newest.get());
			}
			if (newest.isEmpty() && insert(connection, shown)) {
				return;
			}
		}
		throw new SQLTransactionRollbackException(
				"The fence '%s' was changed by a transaction that this one can't see: run this one again"
					.formatted(name),
				"40001");
	}

	private static void requireTransaction(Connection connection, String name) throws SQLException {
		if (connection.getAutoCommit()) {
			throw new IllegalStateException(
					("The fence '%s' needs a transaction, but the connection commits after each "
							+ "statement: somebody newer could pass between this check and your write. Let the check and the "
							+ "write be one transaction: setAutoCommit(false), both, commit()")
						.formatted(name));
		}
	}

	// Compares, raises and takes the lock of the row, until the end of the transaction
	private boolean raise(Connection connection, NamedToken shown) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement(this.raise)) {
			statement.setString(1, shown.token().toString());
			statement.setString(2, shown.name());
			statement.setString(3, shown.token().toString());
			return statement.executeUpdate() > 0;
		}
	}

	private Optional<FencingToken> read(Connection connection, String name) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement(this.read)) {
			statement.setString(1, name);
			try (ResultSet rows = statement.executeQuery()) {
				return rows.next() ? Optional.of(FencingToken.parse(rows.getString(1))) : Optional.empty();
			}
		}
	}

	// The savepoint, as PostgreSQL's transactions don't go on after an error
	private boolean insert(Connection connection, NamedToken shown) throws SQLException {
		Savepoint before = connection.setSavepoint();
		try (PreparedStatement statement = connection.prepareStatement(this.insert)) {
			statement.setString(1, shown.name());
			statement.setString(2, shown.token().toString());
			statement.executeUpdate();
			return true;
		}
		catch (SQLException ex) {
			if (!isDuplicate(ex)) {
				throw ex;
			}
			connection.rollback(before);
			return false;
		}
	}

	private static boolean isDuplicate(SQLException ex) {
		return ex instanceof SQLIntegrityConstraintViolationException
				|| (ex.getSQLState() != null && ex.getSQLState().startsWith(INTEGRITY_VIOLATION));
	}

}
