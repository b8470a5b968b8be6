package io.zkhelper.sample;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for the application without a server.
 */
class SampleApplicationTests {

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	@TempDir
	private Path directory;

	private ConfigurableApplicationContext start(String mode) {
		return new SpringApplicationBuilder(SampleApplication.class).run("--zkhelper.mode=" + mode,
				"--zkhelper.embedded.enabled=false", "--server.port=0", "--sample.every=100ms", "--sample.takes=0",
				"--sample.directory=" + this.directory);
	}

	@Test
	void whoLeadsWritesReports() {
		try (ConfigurableApplicationContext context = start("single")) {
			OverviewController page = context.getBean(OverviewController.class);
			await().atMost(PATIENCE).until(() -> page.overview().counts().written() > 1);
			List<ReportRun> runs = page.overview().runs();
			assertThat(runs).extracting(ReportRun::instance).containsOnly(page.overview().instance());
			assertThat(runs).extracting(ReportRun::term).containsOnly(1L);
		}
	}

	@Test
	void whoDoesNotLeadSkipsThem() {
		try (ConfigurableApplicationContext context = start("off")) {
			OverviewController page = context.getBean(OverviewController.class);
			await().atMost(PATIENCE).until(() -> page.overview().counts().skipped() > 1);
			assertThat(page.overview().runs()).isEmpty();
			assertThat(this.directory.resolve("off.db")).as("a database of its own").exists();
		}
	}

}
