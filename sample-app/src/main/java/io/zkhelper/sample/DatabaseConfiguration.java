package io.zkhelper.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Opens the one file that all copies on the machine share; there is no database server.
 */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

	private static final int BUSY_TIMEOUT_MILLIS = 5_000;

	private static final int CONNECTIONS = 4;

	@Bean
	HikariDataSource dataSource(SampleProperties properties) throws IOException {
		Path file = properties.database().toAbsolutePath();
		createDirectory(file);
		HikariDataSource pool = new HikariDataSource();
		pool.setDataSource(sqlite(file));
		pool.setMaximumPoolSize(CONNECTIONS);
		return pool;
	}

	@Bean
	Clock clock() {
		return Clock.systemUTC();
	}

	private static DataSource sqlite(Path file) {
		SQLiteConfig config = new SQLiteConfig();
		config.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
		// Readers and one writer do not wait for each other
		config.setJournalMode(JournalMode.WAL);
		// BEGIN IMMEDIATE: the lock to write is taken before the fence is read
		config.setTransactionMode(TransactionMode.IMMEDIATE);
		SQLiteDataSource source = new SQLiteDataSource(config);
		source.setUrl("jdbc:sqlite:" + file);
		return source;
	}

	private static void createDirectory(Path file) throws IOException {
		Path directory = file.getParent();
		if (directory != null && !Files.isDirectory(directory)) {
			Files.createDirectories(directory,
					PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
		}
	}

}
