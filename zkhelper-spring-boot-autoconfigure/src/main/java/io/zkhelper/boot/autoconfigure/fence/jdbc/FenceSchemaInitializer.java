package io.zkhelper.boot.autoconfigure.fence.jdbc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import javax.sql.DataSource;

import io.zkhelper.fence.JdbcFence;

import org.springframework.boot.jdbc.init.DataSourceScriptDatabaseInitializer;
import org.springframework.boot.sql.init.DatabaseInitializationSettings;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;

/**
 * Creates the table of the fence.
 */
class FenceSchemaInitializer extends DataSourceScriptDatabaseInitializer {

	static final String SCHEMA = "io/zkhelper/fence/schema.sql";

	private final String table;

	FenceSchemaInitializer(DataSource dataSource, JdbcFenceProperties properties) {
		super(dataSource, settings(properties));
		this.table = properties.table();
	}

	private static DatabaseInitializationSettings settings(JdbcFenceProperties properties) {
		DatabaseInitializationSettings settings = new DatabaseInitializationSettings();
		settings.setMode(properties.initializeSchema());
		settings.setSchemaLocations(List.of("classpath:" + SCHEMA));
		return settings;
	}

	@Override
	protected void runScripts(Scripts scripts) {
		super.runScripts(new Scripts(List.of(schema())));
	}

	private ByteArrayResource schema() {
		try {
			String script = new ClassPathResource(SCHEMA).getContentAsString(StandardCharsets.UTF_8);
			return new ByteArrayResource(
					script.replace(JdbcFence.DEFAULT_TABLE, this.table).getBytes(StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
