package io.zkhelper.boot.actuate;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import io.zkhelper.boot.lock.CellLocks;
import io.zkhelper.claim.FencingToken;
import io.zkhelper.lock.DistributedLocks;
import io.zkhelper.lock.LocalLock;
import io.zkhelper.lock.LockOwner;
import io.zkhelper.lock.LockOwner.OwnerProcess;
import io.zkhelper.lock.LockQueue;
import io.zkhelper.session.ZkClient;
import org.junit.jupiter.api.Test;
import org.skyscreamer.jsonassert.JSONAssert;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.util.UriUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link LocksEndpoint} over HTTP.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = "management.endpoints.web.exposure.include=locks")
class LocksEndpointWebTests {

	private static final Instant SINCE = Instant.parse("2026-11-21T10:02:11.120456Z");

	private static final String QUEUE = """
			{ "name": "%s", "size": 102, "asOf": "2026-11-21T10:02:12.120Z", "contenders": [
			    { "holds": true, "token": "0000000100000005-00000000", "node": "_c_1-lock-0000000001",
			      "owner": { "instance": "orders-7f9c", "host": "node-a", "pid": 4711, "thread": "main",
			                 "since": "2026-11-21T10:02:11.120Z", "description": "Orders.change",
			                 "trace": "4bf92f3577b34da6a3ce929d0e0e4736" } },
			    { "holds": false, "token": "0000000100000006-00000000", "node": "lock-0000000002" } ] }
			""";

	@Value("${local.server.port}")
	private int port;

	@Test
	void showsWhatTheApplicationHoldsAndWaitsFor() throws Exception {
		HttpResponse<String> response = get("");
		assertThat(response.statusCode()).isEqualTo(200);
		JSONAssert.assertEquals("""
				{ "locks": [ { "name": "order-5", "kind": "EXCLUSIVE",
				    "holds": [ { "thread": "main", "held": "PT1.5S", "token": "0000000100000005-00000000",
				                 "leaseRemaining": "PT3.2S" } ],
				    "waiting": [ { "thread": "worker-1", "waited": "PT0.25S" } ] } ] }
				""", response.body(), true);
	}

	@Test
	void showsTheQueueOfALock() throws Exception {
		HttpResponse<String> response = get("/order-5");
		assertThat(response.statusCode()).isEqualTo(200);
		JSONAssert.assertEquals(QUEUE.formatted("order-5"), response.body(), true);
	}

	@Test
	void showsTheQueueOfALockInACell() throws Exception {
		for (String cell : List.of("nj", "local")) {
			JSONAssert.assertEquals(QUEUE.formatted("order-5").replace("\"size\"", "\"cell\": \"nj\", \"size\""),
					get("/order-5?cell=" + cell).body(), true);
		}
		assertThat(get("/refused?cell=nj").body()).contains("about lock 'refused' of cell 'nj': no session");
	}

	@Test
	void refusesACellThatNobodyKnows() throws Exception {
		HttpResponse<String> response = get("/order-5?cell=sf");
		assertThat(response.statusCode()).isEqualTo(400);
		JSONAssert.assertEquals("""
				{ "status": 400, "message": "No ensemble is known for cell 'sf'" }
				""", response.body(), true);
	}

	@Test
	void takesAnyName() throws Exception {
		String name = "a/b c#{T(java.lang.Runtime)}ü";
		JSONAssert.assertEquals(QUEUE.formatted(name), get("/a/" + UriUtils.encode(name.substring(2), "UTF-8")).body(),
				true);
	}

	@Test
	void answersUnavailableWhenTheServersRefuse() throws Exception {
		HttpResponse<String> response = get("/refused");
		assertThat(response.statusCode()).isEqualTo(503);
		JSONAssert.assertEquals("""
				{ "status": 503, "message": "The servers could not be asked about lock 'refused': no session" }
				""", response.body(), true);
	}

	@Test
	void answersUnavailableWhenTheServersDoNotAnswer() throws Exception {
		long asked = System.nanoTime();
		HttpResponse<String> response = get("/silent");
		assertThat(Duration.ofNanos(System.nanoTime() - asked)).isBetween(Duration.ofSeconds(2),
				Duration.ofSeconds(10));
		assertThat(response.statusCode()).isEqualTo(503);
		assertThat(response.body()).contains("no answer within PT2S");
	}

	@Test
	void refusesWhatIsNoName() throws Exception {
		HttpResponse<String> response = get("/" + "x".repeat(201));
		assertThat(response.statusCode()).isEqualTo(400);
		assertThat(response.body()).contains("must not be over 200 bytes");
	}

	@Test
	void changesNothing() throws Exception {
		assertThat(send(request("/order-5").DELETE()).statusCode()).isEqualTo(405);
		assertThat(send(request("/order-5").POST(BodyPublishers.noBody())).statusCode()).isEqualTo(405);
	}

	private HttpResponse<String> get(String path) throws Exception {
		return send(request(path).GET());
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + "/actuator/locks" + path));
	}

	private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
		return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
	}

	private static DistributedLocks stub() {
		DistributedLocks locks = mock(DistributedLocks.class);
		given(locks.local()).willReturn(List.of(new LocalLock("order-5", LocalLock.Kind.EXCLUSIVE,
				List.of(new LocalLock.Hold("main", Duration.ofNanos(1_500_400_000), token(5).toString(),
						Duration.ofNanos(3_200_400_000L))),
				List.of(new LocalLock.Waiter("worker-1", Duration.ofNanos(250_400_000))))));
		given(locks.inspect(anyString()))
			.willAnswer((call) -> CompletableFuture.completedFuture(queue(call.getArgument(0))));
		given(locks.inspect("refused"))
			.willReturn(CompletableFuture.failedFuture(new IllegalStateException("no session")));
		given(locks.inspect("silent")).willReturn(new CompletableFuture<>());
		return locks;
	}

	private static LockQueue queue(String name) {
		LockOwner owner = new LockOwner(new OwnerProcess("orders-7f9c", "node-a", 4711), "main", SINCE, "Orders.change",
				Optional.of("4bf92f3577b34da6a3ce929d0e0e4736"));
		return new LockQueue(name,
				List.of(new LockQueue.Place("_c_1-lock-0000000001", token(5), true, Optional.of(owner)),
						new LockQueue.Place("lock-0000000002", token(6), false, Optional.empty())),
				102, SINCE.plusSeconds(1));
	}

	private static FencingToken token(int counter) {
		return new FencingToken(0x100000000L + counter, 0);
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

		@Bean
		DistributedLocks distributedLocks() {
			return stub();
		}

		// One of the application's own, in place of the auto-configured one
		@Bean
		CellLocks cells() {
			return new CellLocks((cell) -> cell.equals("local") ? "nj" : cell, (cell) -> {
				if (!cell.equals("nj")) {
					throw new IllegalArgumentException("No ensemble is known for cell '%s'".formatted(cell));
				}
				return stub();
			});
		}

		@Bean
		ZkClient zkClient() {
			return Elections.connected();
		}

	}

}
