package io.zkhelper.boot.fence.web;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import io.zkhelper.claim.FencingToken;
import io.zkhelper.election.LeaderElection;
import io.zkhelper.fence.FencingHeader;
import io.zkhelper.fence.NamedToken;
import io.zkhelper.fence.StaleLeaderException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.skyscreamer.jsonassert.JSONAssert;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Tests for tokens in requests, with a server and clients.
 */
@SpringBootTest(classes = FencedApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "zkhelper.mode=single", "zkhelper.fence.http.paths=/checked/**",
				"zkhelper.fence.http.required-paths=/required/**" })
class FencedRequestTests {

	private static final HttpClient http = HttpClient.newHttpClient();

	@Autowired
	private FencedApplication.Ledger ledger;

	@Autowired
	private FencedApplication.Writers writers;

	@Autowired
	private LeaderElection election;

	@Value("${local.server.port}")
	private int port;

	@BeforeEach
	void start() {
		await().until(this.election::isLeader);
		this.ledger.written.clear();
	}

	@Test
	void aLeadersRequestsCarryItsToken() {
		this.writers.writeAsLeader(this.port);
		assertThat(this.ledger.written).singleElement()
			.isEqualTo(new NamedToken("default", this.election.leadership().orElseThrow().token()));
	}

	@Test
	void aHoldersRequestsCarryTheTokenOfTheLock() {
		this.writers.writeUnderLock(this.port, "ledger/7");
		assertThat(this.ledger.written).singleElement()
			.satisfies((token) -> assertThat(token.name()).isEqualTo("ledger/7"));
	}

	@Test
	void outsideOfGuardedMethodsThereIsNoToken() {
		this.writers.write(this.port, "/checked/reports");
		assertThat(this.ledger.written).containsExactly(FencedApplication.NONE);
	}

	@Test
	void anOlderTokenIsRefusedBeforeTheController() throws Exception {
		post("/checked/a", header("older", 3));
		HttpResponse<String> response = post("/checked/a", header("older", 2));
		assertThat(response.statusCode()).isEqualTo(412);
		assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
		JSONAssert.assertEquals("""
				{ "title": "Precondition Failed", "status": 412, "name": "older",
				  "token": "0000000000000002-00000000", "newest": "0000000000000003-00000000" }
				""", response.body(), false);
		assertThat(this.ledger.written).containsExactly(new NamedToken("older", new FencingToken(3, 0)));
	}

	@Test
	void theRefusedWriterIsTold() throws Exception {
		post("/checked/a", header("told/Ü", 3));
		NamedToken old = new NamedToken("told/Ü", new FencingToken(2, 0));
		assertThatExceptionOfType(StaleLeaderException.class).isThrownBy(() -> this.writers.writeWith(this.port, old))
			.satisfies((ex) -> assertThat(ex.name()).isEqualTo("told/Ü"))
			.satisfies((ex) -> assertThat(ex.token()).isEqualTo(old.token()))
			.satisfies((ex) -> assertThat(ex.newest()).isEqualTo(new FencingToken(3, 0)));
	}

	@Test
	void tokensOfDifferentNamesAreIndependent() throws Exception {
		assertThat(post("/checked/a", header("one", 3)).statusCode()).isEqualTo(200);
		assertThat(post("/checked/a", header("other", 2)).statusCode()).isEqualTo(200);
	}

	@Test
	void aTokenIsRequiredWhereConfigured() throws Exception {
		assertThat(post("/required/a").statusCode()).isEqualTo(428);
		assertThat(post("/required/a").body()).contains("A header 'Fencing-Token' is required here");
		assertThat(this.ledger.written).isEmpty();
		assertThat(post("/required/a", header("required", 1)).statusCode()).isEqualTo(200);
		assertThat(post("/checked/a").statusCode()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/required/a;x=1", "/required/%61", "/%72equired/a" })
	void otherSpellingsOfAPathAreNoWayAround(String path) throws Exception {
		post(path);
		assertThat(this.ledger.written).isEmpty();
	}

	@Test
	void readingNeedsNoToken() throws Exception {
		HttpRequest get = request("/required/a").GET().build();
		assertThat(http.send(get, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
	}

	@Test
	void otherPathsAreNotChecked() throws Exception {
		post("/elsewhere", header("elsewhere", 2));
		assertThat(post("/elsewhere", header("elsewhere", 1)).statusCode()).isEqualTo(200);
		assertThat(post("/elsewhere", "nonsense").statusCode()).isEqualTo(200);
	}

	@Test
	void whatIsNoTokenIsABadRequest() throws Exception {
		HttpResponse<String> response = post("/checked/a", "0000000000000002-00000000");
		assertThat(response.statusCode()).isEqualTo(400);
		assertThat(response.body()).contains("The header 'Fencing-Token' can't be read: expected a text such as");
		assertThat(post("/checked/a", "x".repeat(4000)).statusCode()).isEqualTo(400);
		assertThat(post("/checked/a", header("twice", 1), header("twice", 1)).body()).contains("there are 2 of them");
		assertThat(this.ledger.written).isEmpty();
	}

	@Test
	void theNewestWinsWhateverTheOrder() {
		List<CompletableFuture<Integer>> statuses = IntStream.rangeClosed(1, 60)
			.map((i) -> i * 37 % 61)
			.mapToObj((i) -> http.sendAsync(write("/checked/a", header("race", i)), BodyHandlers.discarding())
				.thenApply(HttpResponse::statusCode))
			.toList();
		long passed = statuses.stream().map(CompletableFuture::join).filter((status) -> status == 200).count();
		assertThat(statuses).allSatisfy((status) -> assertThat(status.join()).isIn(200, 412));
		assertThat(this.ledger.written).hasSize((int) passed).contains(new NamedToken("race", new FencingToken(60, 0)));
		this.ledger.written.clear();
		IntStream.range(1, 60).forEach((i) -> assertThat(status(header("race", i))).isEqualTo(412));
		assertThat(this.ledger.written).isEmpty();
	}

	private int status(String header) {
		return http.sendAsync(write("/checked/a", header), BodyHandlers.discarding()).join().statusCode();
	}

	private HttpResponse<String> post(String path, String... headers) throws Exception {
		return http.send(write(path, headers), BodyHandlers.ofString());
	}

	private HttpRequest write(String path, String... headers) {
		HttpRequest.Builder builder = request(path).POST(BodyPublishers.noBody());
		List.of(headers).forEach((header) -> builder.header(FencingHeader.NAME, header));
		return builder.build();
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(this.port, path)));
	}

	private static String header(String name, long zxid) {
		return FencingHeader.format(new NamedToken(name, new FencingToken(zxid, 0)));
	}

}
