package io.zkhelper.boot.actuate;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.zkhelper.boot.election.LeaderElections;
import io.zkhelper.election.LeaderElection;
import io.zkhelper.session.ZkClient;
import org.junit.jupiter.api.Test;
import org.skyscreamer.jsonassert.JSONAssert;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.actuate.audit.AuditEvent;
import org.springframework.boot.actuate.audit.listener.AbstractAuditListener;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.Mockito.verify;

/**
 * Tests for {@link LeaderEndpoint} over HTTP, with access to its write operation.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = {
		"management.endpoints.web.exposure.include=leader", "management.endpoint.leader.access=unrestricted" })
class LeaderEndpointWebTests {

	private static final String REPORTS = """
			{ "leading": true, "state": "LEADING",
			  "leader": { "id": "orders-7f9c", "host": "node-a", "address": "http://node-a:8080", "self": true },
			  "term": 7, "token": "0000000100000005-00000000", "since": "2026-11-21T10:02:11.120Z",
			  "participants": [ { "id": "orders-7f9c", "position": 0, "leader": true, "self": true },
			                    { "id": "orders-81aa", "position": 1, "leader": false, "self": false } ],
			  "asOf": "2026-11-21T10:05:00.500Z", "stale": false%s }
			""";

	private static final String HISTORY = """
			, "history": [ { "number": 6, "leader": "orders-81aa", "reason": "VANISHED",
			                 "from": "2026-11-21T10:01:11.120Z", "to": "2026-11-21T10:02:11.120Z" } ]
			""";

	@Autowired
	private LeaderElections elections;

	@Autowired
	private AuditTrail audit;

	@Value("${local.server.port}")
	private int port;

	@Test
	void showsTheSessionAndAllElections() throws Exception {
		HttpResponse<String> response = get("");
		assertThat(response.statusCode()).isEqualTo(200);
		JSONAssert.assertEquals("""
				{ "session": { "state": "CONNECTED", "timeout": "PT12S", "leaseRemaining": "PT3.2S" },
				  "elections": {
				    "draining": { "leading": false, "state": "DRAINING", "participants": [],
				                  "asOf": "2026-11-21T10:05:00.500Z", "stale": false },
				    "lonely": { "leading": false, "state": "JOINING", "participants": [],
				                "asOf": "2026-11-21T10:05:00.500Z", "stale": true },
				    "reports": %s } }
				""".formatted(REPORTS.formatted("")), response.body(), true);
	}

	@Test
	void showsOneElectionWithItsHistory() throws Exception {
		JSONAssert.assertEquals(REPORTS.formatted(HISTORY), get("/reports").body(), true);
	}

	@Test
	void answersNotFoundForAnElectionThatNobodyJoined() throws Exception {
		HttpResponse<String> response = get("/other");
		assertThat(response.statusCode()).isEqualTo(404);
		assertThat(response.body()).contains("no election 'other'", "reports");
		assertThat(this.elections.names()).doesNotContain("other");
	}

	@Test
	void resigns() throws Exception {
		HttpResponse<String> response = post("/reports", "{\"action\":\"resign\"}");
		verify(this.elections.find("reports").orElseThrow()).resign();
		assertThat(response.statusCode()).isEqualTo(200);
		JSONAssert.assertEquals(REPORTS.formatted(HISTORY), response.body(), true);
	}

	@Test
	void pausesAndResumes() throws Exception {
		LeaderElection lonely = this.elections.find("lonely").orElseThrow();
		assertThat(post("/lonely", "{\"action\":\"pause\"}").statusCode()).isEqualTo(200);
		verify(lonely).pause();
		assertThat(post("/lonely", "{\"action\":\"resume\"}").statusCode()).isEqualTo(200);
		verify(lonely).resume();
	}

	@Test
	void answersAcceptedWhileItDrains() throws Exception {
		HttpResponse<String> response = post("/draining", "{\"action\":\"resign\"}");
		assertThat(response.statusCode()).isEqualTo(202);
		assertThat(response.body()).contains("DRAINING");
	}

	@Test
	void auditsWhoAsked() throws Exception {
		post("/reports", "{\"action\":\"pause\"}");
		assertThat(this.audit.events).filteredOn((event) -> event.getType().equals("LEADER_PAUSE"))
			.extracting(AuditEvent::getPrincipal, (event) -> event.getData().get("election"),
					(event) -> event.getData().get("participant"))
			.contains(tuple("anonymous", "reports", "orders-7f9c"));
	}

	@Test
	void refusesAnUnknownAction() throws Exception {
		HttpResponse<String> response = post("/reports", "{\"action\":\"abdicate\"}");
		assertThat(response.statusCode()).isEqualTo(400);
		assertThat(response.body()).contains("'resign', 'pause', 'resume' but was 'abdicate'");
	}

	@Test
	void refusesNoAction() throws Exception {
		HttpResponse<String> response = post("/reports", "{}");
		assertThat(response.statusCode()).isEqualTo(400);
		assertThat(response.body()).contains("but was missing");
	}

	@Test
	void refusesToActOnAnElectionThatNobodyJoined() throws Exception {
		assertThat(post("/other", "{\"action\":\"resign\"}").statusCode()).isEqualTo(404);
		assertThat(this.elections.names()).doesNotContain("other");
	}

	private HttpResponse<String> get(String path) throws Exception {
		return send(request(path).GET());
	}

	private HttpResponse<String> post(String path, String body) throws Exception {
		return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + "/actuator/leader" + path));
	}

	private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
		return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

		@Bean
		LeaderElections leaderElections() {
			return Elections.of(Elections.led("reports"), Elections.leaderless("lonely"),
					Elections.draining("draining"));
		}

		@Bean
		ZkClient zkClient() {
			return Elections.connected();
		}

		@Bean
		AuditTrail auditTrail() {
			return new AuditTrail();
		}

	}

	// A repository of Spring Boot's would want Spring Security's classes
	static class AuditTrail extends AbstractAuditListener {

		private final List<AuditEvent> events = new CopyOnWriteArrayList<>();

		@Override
		protected void onAuditEvent(AuditEvent event) {
			this.events.add(event);
		}

	}

}
