package io.zkhelper.boot.autoconfigure.fence.jdbc;

import io.zkhelper.boot.autoconfigure.InvalidPropertyException;
import io.zkhelper.fence.JdbcFence;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.sql.init.DatabaseInitializationMode;

/**
 * Properties of the fence in the database.
 *
 * @param table Table with the newest token of each name.
 * @param initializeSchema Whether to create the table at start-up if it is not there.
 * @since 1.0.0
 */
@ConfigurationProperties("zkhelper.fence.jdbc")
public record JdbcFenceProperties(@DefaultValue(JdbcFence.DEFAULT_TABLE) String table,
		@DefaultValue("never") DatabaseInitializationMode initializeSchema) {

	public JdbcFenceProperties {
		try {
			new JdbcFence(table);
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidPropertyException("zkhelper.fence.jdbc.table", table, String.valueOf(ex.getMessage()),
					"Name the table without quotes, with its schema if needed.");
		}
	}

}
