package io.zkhelper.fence;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * Tests for {@link JdbcFence} on H2.
 */
class H2FenceTests extends JdbcFenceContract {

	@Override
	Connection connect(Path directory) throws SQLException {
		return DriverManager.getConnection("jdbc:h2:file:" + directory.resolve("fence") + ";LOCK_TIMEOUT=20000");
	}

}
