package io.zkhelper.sample;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

import com.zaxxer.hikari.HikariDataSource;
import io.zkhelper.boot.fence.jdbc.JdbcTemplateFence;
import io.zkhelper.fence.Fence;
import io.zkhelper.fence.JdbcFence;

import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One copy's connection to a database file, as the application opens it.
 */
class TestDatabase implements AutoCloseable {

	private final HikariDataSource source;

	private final Reports reports;

	TestDatabase(Path file) throws IOException {
		this.source = new DatabaseConfiguration()
			.dataSource(new SampleProperties(file, Duration.ofSeconds(3), Duration.ZERO));
		new ResourceDatabasePopulator(new ClassPathResource("io/zkhelper/fence/schema.sql"),
				new ClassPathResource("schema.sql"))
			.execute(this.source);
		Fence fence = new JdbcTemplateFence(new JdbcTemplate(this.source), new JdbcFence());
		this.reports = new Reports(jdbc(), fence, new TransactionTemplate(new JdbcTransactionManager(this.source)),
				Clock.systemUTC());
	}

	Reports reports() {
		return this.reports;
	}

	final JdbcClient jdbc() {
		return JdbcClient.create(this.source);
	}

	@Override
	public void close() {
		this.source.close();
	}

}
