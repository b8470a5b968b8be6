package io.zkhelper.fence;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.TransactionMode;

/**
 * Tests for {@link JdbcFence} on SQLite, where a transaction locks the whole file.
 */
class SqliteFenceTests extends JdbcFenceContract {

	@Override
	Connection connect(Path directory) throws SQLException {
		SQLiteConfig config = new SQLiteConfig();
		config.setBusyTimeout(20_000);
		config.setJournalMode(JournalMode.WAL);
		config.setTransactionMode(TransactionMode.IMMEDIATE);
		return config.createConnection("jdbc:sqlite:" + directory.resolve("fence.db"));
	}

}
