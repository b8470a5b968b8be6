package io.zkhelper.fence;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests for {@link JdbcFence} on PostgreSQL, whose transactions don't go on after an
 * error.
 */
@EnabledWithPostgres
class PostgresFenceTests extends JdbcFenceContract {

	private static PostgresServer server;

	@BeforeAll
	static void start(@TempDir Path directory) throws IOException, InterruptedException {
		server = PostgresServer.start(directory);
	}

	@AfterAll
	static void stop() {
		server.close();
	}

	@Override
	Connection connect(Path directory) throws SQLException {
		return DriverManager.getConnection(server.url());
	}

}
