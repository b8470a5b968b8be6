package io.zkhelper.sample;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the page, with the whole application and its ZooKeeper server behind it.
 */
@EnabledWithChromium
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "sample.every=300ms", "sample.takes=0ms", "zkhelper.participant.id=tested" })
@DirtiesContext
class SampleBrowserTests {

	@TempDir
	private static Path directory;

	private static Browser browser;

	@LocalServerPort
	private int port;

	@DynamicPropertySource
	static void shareNothing(DynamicPropertyRegistry registry) throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			int serverPort = socket.getLocalPort();
			registry.add("zkhelper.embedded.port", () -> serverPort);
		}
		registry.add("zkhelper.embedded.data-dir", () -> directory.resolve("zookeeper").toString());
	}

	@BeforeAll
	static void openBrowser(@TempDir Path profile) {
		browser = new Browser(profile);
	}

	@AfterAll
	static void closeBrowser() {
		browser.close();
	}

	@BeforeEach
	void openPage() {
		browser.asDesktop().open("http://127.0.0.1:%d/".formatted(this.port));
		browser.awaitText("leader", "tested");
	}

	@Test
	void showsWhoLeadsAndWhoTakesPart() {
		browser.awaitText("connection", "Connected to ZooKeeper");
		assertThat(browser.text("sub")).isEqualTo("That is the copy you are looking at.");
		assertThat(browser.text("term")).matches("\\d+");
		assertThat(browser.texts("#queue li")).singleElement().asString().contains("tested", "leads");
	}

	@Test
	void reportsArriveWithoutReloading() {
		browser.evaluate("window.loadedOnce = true");
		browser.awaitThat("reports", (page) -> page.texts("#runs tbody tr").size() >= 2);
		List<String> before = browser.texts("#runs tbody th");
		browser.awaitThat("another report", (page) -> !page.texts("#runs tbody th").equals(before));
		assertThat(browser.evaluate("window.loadedOnce")).isEqualTo(true);
	}

	@Test
	void theLeaseRunsDownAndIsRenewed() {
		browser.awaitText("lease-seconds", "s");
		double highest = lease();
		browser.awaitThat("less", (page) -> lease() < highest);
		double lower = lease();
		browser.awaitThat("more again", (page) -> lease() > lower);
	}

	private static double lease() {
		return Double.parseDouble(browser.text("lease-seconds").replaceAll("[^0-9.]", ""));
	}

	@Test
	void resigningMovesTheTermOn() {
		int term = Integer.parseInt(browser.text("term"));
		browser.click("resign");
		browser.awaitText("said", "Resigned");
		browser.awaitThat("another term",
				(page) -> page.text("term").matches("\\d+") && Integer.parseInt(page.text("term")) > term);
		browser.awaitText("history", "the leader resigned");
	}

	@Test
	void pausingAndResumingTakesTheCopyOutAndBack() {
		browser.click("pause");
		browser.awaitText("banner", "This copy is paused");
		browser.awaitText("leader", "No leader");
		browser.click("pause");
		browser.awaitText("leader", "tested");
	}

}
