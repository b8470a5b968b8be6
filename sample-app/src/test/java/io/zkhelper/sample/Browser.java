package io.zkhelper.sample;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

import static org.awaitility.Awaitility.await;

/**
 * A headless Chromium that shows the page.
 */
final class Browser implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	// Warns of the parts of the protocol that it has no classes for
	private static final Logger seleniumLogger = Logger.getLogger("org.openqa.selenium");

	static {
		seleniumLogger.setLevel(Level.SEVERE);
	}

	private final ChromeDriver driver;

	Browser(Path profile) {
		ChromeOptions options = new ChromeOptions().setBinary(chromium().orElseThrow());
		options.addArguments("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
				"--disable-background-networking", "--disable-component-update", "--disable-sync",
				"--disable-dev-shm-usage", "--user-data-dir=" + profile);
		ChromeDriverService service = new ChromeDriverService.Builder()
			.usingDriverExecutable(driverProgram().orElseThrow())
			.build();
		this.driver = new ChromeDriver(service, options);
	}

	static Optional<File> chromium() {
		return program("chromium", "chromium-browser", "google-chrome");
	}

	static Optional<File> driverProgram() {
		return program("chromedriver");
	}

	private static Optional<File> program(String... names) {
		List<String> directories = List.of(System.getenv().getOrDefault("PATH", "/usr/bin").split(File.pathSeparator));
		return Stream.of(names)
			.flatMap((name) -> directories.stream().map((directory) -> Path.of(directory, name)))
			.filter(Files::isExecutable)
			.map(Path::toFile)
			.findFirst();
	}

	Browser open(String address) {
		this.driver.get(address);
		return this;
	}

	/** Look at the page as on a small phone. */
	Browser asPhone() {
		return withScreen(Map.of("width", 360, "height", 780, "deviceScaleFactor", 2, "mobile", true));
	}

	/** Look at the page as on a desktop. */
	Browser asDesktop() {
		return withScreen(Map.of("width", 1280, "height", 900, "deviceScaleFactor", 1, "mobile", false));
	}

	private Browser withScreen(Map<String, Object> screen) {
		this.driver.executeCdpCommand("Emulation.setDeviceMetricsOverride", screen);
		return this;
	}

	String text(String id) {
		return this.driver.findElement(By.id(id)).getText();
	}

	boolean isShown(String id) {
		return this.driver.findElement(By.id(id)).isDisplayed();
	}

	boolean isEnabled(String id) {
		return this.driver.findElement(By.id(id)).isEnabled();
	}

	void click(String id) {
		awaitThat("%s is enabled".formatted(id), (browser) -> isEnabled(id));
		this.driver.findElement(By.id(id)).click();
	}

	/**
	 * Return what the elements show: in one go, as the page may replace them meanwhile.
	 */
	List<String> texts(String selector) {
		Object texts = this.driver.executeScript(
				"return Array.from(document.querySelectorAll(arguments[0]), (e) => e.innerText ?? e.textContent)",
				selector);
		return (texts instanceof List<?> list) ? list.stream().map(String::valueOf).toList() : List.of();
	}

	/** Keep what the whole page looks like, for whoever wants to see it. */
	void keepPicture(Path file) throws IOException {
		Map<String, Object> picture = this.driver.executeCdpCommand("Page.captureScreenshot",
				Map.of("captureBeyondViewport", true));
		Files.createDirectories(file.getParent());
		Files.write(file, Base64.getDecoder().decode(String.valueOf(picture.get("data"))));
	}

	Object evaluate(String script) {
		Object value = this.driver.executeScript("return " + script);
		return (value != null) ? value : "";
	}

	void awaitText(String id, String expected) {
		awaitThat("%s shows '%s'".formatted(id, expected), (browser) -> browser.text(id).contains(expected));
	}

	void awaitThat(String what, Predicate<Browser> condition) {
		await(what).atMost(PATIENCE).ignoreExceptions().until(() -> condition.test(this));
	}

	@Override
	public void close() {
		this.driver.quit();
	}

}
