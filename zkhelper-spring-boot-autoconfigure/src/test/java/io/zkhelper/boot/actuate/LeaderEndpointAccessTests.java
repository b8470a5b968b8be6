package io.zkhelper.boot.actuate;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

import io.zkhelper.boot.election.LeaderElections;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LeaderEndpoint} over HTTP as it is by default, in an application that
 * does not connect.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "management.endpoints.web.exposure.include=leader", "zkhelper.mode=single" })
class LeaderEndpointAccessTests {

	@Autowired
	private LeaderElections elections;

	@Value("${local.server.port}")
	private int port;

	@Test
	void readsOnly() throws Exception {
		this.elections.join("reports");
		HttpRequest.Builder post = request("/reports").header("Content-Type", "application/json")
			.POST(BodyPublishers.ofString("{\"action\":\"resign\"}"));
		assertThat(HttpClient.newHttpClient().send(post.build(), BodyHandlers.ofString()).statusCode()).isEqualTo(405);
	}

	@Test
	void showsThatThereIsNoSession() throws Exception {
		String body = HttpClient.newHttpClient().send(request("").build(), BodyHandlers.ofString()).body();
		assertThat(body).contains("\"session\":{\"state\":\"NONE\"}");
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + "/actuator/leader" + path));
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
