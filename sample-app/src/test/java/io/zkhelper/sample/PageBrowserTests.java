package io.zkhelper.sample;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the page, with answers of the server that say anything that it may say.
 */
@EnabledWithChromium
class PageBrowserTests {

	private static Browser browser;

	private StubServer server;

	@BeforeAll
	static void openBrowser(@TempDir Path profile) {
		browser = new Browser(profile);
	}

	@AfterAll
	static void closeBrowser() {
		browser.close();
	}

	@BeforeEach
	void startServer() throws IOException {
		this.server = new StubServer(0);
	}

	@AfterEach
	void stopServer() {
		this.server.close();
	}

	private void show(StubView view) {
		this.server.shows(view);
		browser.asDesktop().open(this.server.address());
	}

	@Test
	void showsThatThisCopyLeads() {
		show(StubView.leading());
		browser.awaitText("leader", "alpha");
		assertThat(browser.text("term")).isEqualTo("7");
		assertThat(browser.text("token")).isEqualTo("0000000100000005-00000000");
		assertThat(browser.text("connection")).isEqualTo("Connected to ZooKeeper");
		assertThat(browser.isEnabled("resign")).isTrue();
		assertThat(browser.texts("#queue li")).hasSize(2).first().asString().contains("alpha", "leads", "this copy");
	}

	@Test
	void showsThatAnotherCopyLeads() {
		show(StubView.following());
		browser.awaitText("leader", "alpha");
		assertThat(browser.text("sub")).contains("stands by");
		assertThat(browser.isEnabled("resign")).isFalse();
		assertThat(browser.text("lease-words")).isEqualTo("Only who leads holds a lease.");
	}

	@Test
	void showsReportsRefusalsAndPastTerms() {
		show(StubView.leading());
		browser.awaitThat("a report", (page) -> page.texts("#runs tbody tr").size() == 1);
		assertThat(browser.text("runs")).contains("41", "alpha", "€1,234.50", "Paper filters", "100000005");
		assertThat(browser.text("refusals")).contains("beta", "reports", "100000003", "100000005");
		assertThat(browser.evaluate("document.querySelectorAll('#strip .refused').length")).isEqualTo(1L);
		assertThat(browser.text("history")).contains("6", "beta", "the leader vanished without releasing");
		assertThat(browser.texts("#strip .term .number")).contains("7");
	}

	@Test
	void theLeaseRunsDownBetweenAnswers() {
		show(StubView.leading());
		browser.awaitText("lease-seconds", "s");
		this.server.close();
		browser.awaitText("lease-seconds", "0.0");
	}

	@Test
	void saysWhyNobodyLeads() {
		show(StubView.leading().withState("TAKING_OVER").withoutLeader());
		browser.awaitText("leader", "No leader");
		assertThat(browser.text("sub")).contains("has to run out first");
	}

	@Test
	void saysThatZooKeeperIsAway() {
		show(StubView.leading().withState("JOINING").withoutLeader().suspended());
		browser.awaitText("banner", "No connection to ZooKeeper");
		assertThat(browser.text("sub")).contains("Nobody can lead before ZooKeeper is back");
	}

	@Test
	void saysThatTheViewIsOutOfDate() {
		show(StubView.following().outOfDate());
		browser.awaitText("banner", "may be out of date");
		assertThat(browser.text("eyebrow")).isEqualToIgnoringCase("Last known on watch");
	}

	@Test
	void saysThatThisCopyIsPaused() {
		show(StubView.following().withState("PAUSED"));
		browser.awaitText("banner", "This copy is paused");
		assertThat(browser.text("pause")).isEqualTo("Resume this copy");
	}

	@Test
	void saysWhyResigningWasRefused() {
		show(StubView.leading());
		browser.click("resign");
		browser.awaitText("said", "management.endpoint.leader.access=unrestricted");
	}

	@Test
	void saysThatTheCopyIsAwayAndGoesOnWhenItIsBack() throws IOException {
		show(StubView.leading());
		browser.awaitText("leader", "alpha");
		this.server.close();
		browser.awaitText("banner", "This copy does not answer");
		assertThat(browser.isEnabled("resign")).isFalse();
		this.server = new StubServer(this.server.port());
		this.server.shows(StubView.leading());
		browser.awaitThat("no banner", (page) -> !page.isShown("banner"));
	}

	@Test
	void fitsOnAPhone() {
		show(StubView.leading());
		browser.asPhone().awaitText("leader", "alpha");
		assertThat(browser.evaluate("innerWidth")).isEqualTo(360L);
		assertThat(browser.evaluate("document.documentElement.scrollWidth")).isEqualTo(360L);
	}

	@Test
	void takesNothingFromOtherHosts() {
		show(StubView.leading());
		browser.awaitText("leader", "alpha");
		assertThat(browser.evaluate(
				"performance.getEntriesByType('resource').filter((e) => new URL(e.name).host !== location.host).length"))
			.isEqualTo(0L);
	}

}
