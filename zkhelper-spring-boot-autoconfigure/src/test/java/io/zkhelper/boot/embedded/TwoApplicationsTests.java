package io.zkhelper.boot.embedded;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;

import io.zkhelper.boot.election.LeaderElections;
import io.zkhelper.election.LeaderElection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Two copies of an application that share an embedded server. The first one serves and
 * leads.
 */
class TwoApplicationsTests {

	@TempDir
	private static Path directory;

	private final int serverPort = FreePort.next();

	private ConfigurableApplicationContext first;

	private ConfigurableApplicationContext second;

	@BeforeEach
	void start() {
		this.first = run();
		await().atMost(Duration.ofSeconds(10)).until(election(this.first)::isLeader);
		this.second = run();
		await().atMost(Duration.ofSeconds(10)).until(() -> election(this.second).view().participants().size() == 2);
	}

	@AfterEach
	void stop() {
		this.second.close();
		this.first.close();
	}

	@Test
	void showTheSameLeader() throws Exception {
		String id = election(this.first).participant().id();
		await().untilAsserted(() -> assertAnswer(send(this.second, "leader/reports").GET(), "\"leading\":false",
				"\"leader\":{\"id\":\"" + id, "\"self\":false"));
		assertAnswer(send(this.first, "leader").GET(), "\"state\":\"CONNECTED\"", "\"leading\":true", "leaseRemaining");
		assertAnswer(send(this.first, "health/zkhelper").GET(), "\"session\":{", "\"elections\":{", "\"leading\":true");
		assertAnswer(send(this.first, "metrics/zkhelper.leader").GET(), "\"value\":1", "reports");
	}

	@Test
	void moveLeadershipWhenAsked() throws Exception {
		long start = System.nanoTime();
		assertAnswer(send(this.first, "leader/reports").header("Content-Type", "application/json")
			.POST(BodyPublishers.ofString("{\"action\":\"resign\"}")), "\"leading\":false");
		await().pollInterval(Duration.ofMillis(5)).until(election(this.second)::isLeader);
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
	}

	@Test
	void moveTheServerAndLeadershipWhenTheServingOneCloses() {
		long start = System.nanoTime();
		this.first.close();
		await().until(this.second.getBean(EmbeddedServer.class)::isServing);
		await().until(() -> !election(this.second).view().stale() && election(this.second).isLeader());
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
	}

	private static void assertAnswer(HttpRequest.Builder request, String... parts) throws Exception {
		String body = HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString()).body();
		assertThat(body).contains(parts);
	}

	private static HttpRequest.Builder send(ConfigurableApplicationContext application, String path) {
		String port = application.getEnvironment().getProperty("local.server.port");
		return HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/actuator/" + path));
	}

	private static LeaderElection election(ConfigurableApplicationContext application) {
		return application.getBean(LeaderElections.class).join("reports");
	}

	private ConfigurableApplicationContext run() {
		return new SpringApplicationBuilder(Application.class)
			.properties("server.port=0", "zkhelper.embedded.enabled=true", "zkhelper.embedded.port=" + this.serverPort,
					"zkhelper.embedded.data-dir=" + directory.resolve(Integer.toString(this.serverPort)),
					"zkhelper.default-election=reports", "management.endpoints.web.exposure.include=*",
					"management.endpoint.leader.access=unrestricted", "management.endpoint.health.show-details=always")
			.run();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
