package io.zkhelper.sample;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A leader that is frozen in the middle of its work, and wakes up when another one leads:
 * its write is refused, and the page of the other one shows it.
 */
@EnabledWithChromium
class FrozenLeaderBrowserTests {

	private static final Path PICTURES = Path.of("target", "pictures");

	private static final Duration START = Duration.ofSeconds(60);

	// T + tau + W + 2 s with the defaults, and a busy machine
	private static final Duration FAILOVER = Duration.ofSeconds(60);

	@TempDir
	private Path directory;

	private Fleet fleet;

	private SampleProcess host;

	private SampleProcess frozen;

	private Browser browser;

	// Who runs the ZooKeeper server must not be frozen: nobody could take over
	@BeforeEach
	void letTheSecondCopyLead(@TempDir Path profile) throws IOException {
		this.fleet = new Fleet(this.directory, Duration.ofSeconds(2));
		this.host = this.fleet.start();
		this.fleet.awaitLeader(START);
		this.frozen = this.fleet.start();
		this.fleet.awaitLeader(START);
		this.fleet.timeToMove(this.host, FAILOVER, SampleProcess::resign);
		this.fleet.awaitReportOf(this.frozen);
		this.browser = new Browser(profile).asDesktop().open("http://127.0.0.1:%d/".formatted(this.host.port()));
	}

	@AfterEach
	void stop() {
		this.browser.close();
		this.fleet.close();
	}

	@Test
	void itsLateWriteIsRefusedAndShown() throws IOException {
		String id = this.frozen.id();
		this.fleet.awaitWork(this.frozen);
		this.fleet.timeToMove(this.frozen, FAILOVER, SampleProcess::freeze);
		this.fleet.awaitReportOf(this.host);
		assertThat(this.browser.texts("#refusals tbody tr")).isEmpty();
		this.frozen.thaw();
		this.browser.awaitThat("a refusal", (page) -> page.texts("#refusals tbody tr").size() == 1);
		assertThat(this.browser.texts("#refusals tbody tr")).singleElement().asString().contains(id, "reports");
		assertThat(this.browser.evaluate("document.querySelectorAll('#strip .refused').length")).isEqualTo(1L);
		this.browser.keepPicture(PICTURES.resolve("refused.png"));
		this.browser.asPhone().keepPicture(PICTURES.resolve("refused-phone.png"));
		Ledger ledger = new Ledger(this.fleet.database());
		ledger.checkTokensOnlyGrow();
		ledger.checkTermsDoNotOverlap();
	}

}
