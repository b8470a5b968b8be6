package io.zkhelper.cache;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;

import io.zkhelper.session.Answer;
import io.zkhelper.session.NodeException;
import io.zkhelper.session.ZnodeError;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for {@link CacheClient}.
 */
class CacheClientTests {

	private static final String NODE = """
			{ "nodes": [ { "path": "/a", "exists": true, "data": "aGk=", "text": "hi", "cached": true, "stale": true,
			    "age": "PT1.5S", "tomorrow": { "x": [ 1, null, 2.5 ] },
			    "stat": { "czxid": 4294967297, "mzxid": 4294967298, "pzxid": 4294967299, "version": 3,
			              "childrenVersion": 4, "aclVersion": 5, "created": "2026-11-21T10:02:11.120Z",
			              "modified": "2026-11-21T10:02:12.120Z", "ephemeral": true, "dataLength": 2,
			              "childCount": 6 } } ] }
			""";

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	private final StubServer good = new StubServer(200, NODE);

	private final StubServer broken = new StubServer(503, "{ \"message\": \"no servers\" }");

	private final StubServer strict = new StubServer(403, "{ \"message\": \"Path '/a' is not shown\" }");

	private final StubServer gone = new StubServer(200, NODE);

	CacheClientTests() {
		this.gone.close();
	}

	@AfterEach
	void close() {
		List.of(this.good, this.broken, this.strict).forEach(StubServer::close);
	}

	private static CacheClient client(StubServer... servers) {
		return CacheClient.of(List.of(servers).stream().map(StubServer::address).toList(), HTTP,
				Duration.ofSeconds(20));
	}

	private static CachedNode get(CompletionStage<CachedNode> stage) {
		return stage.toCompletableFuture().join();
	}

	private static <E extends Throwable> E failure(CompletionStage<?> stage, Class<E> type) {
		CompletableFuture<?> future = stage.toCompletableFuture();
		CompletionException failure = catchThrowableOfType(CompletionException.class, future::join);
		assertThat(failure.getCause()).isInstanceOf(type);
		return type.cast(failure.getCause());
	}

	@Test
	void readsAllThatAServerSays() {
		CachedNode node = get(client(this.good).node("/a"));
		assertThat(node.text()).contains("hi");
		assertThat(List.of(node.exists(), node.cached(), node.stale())).containsOnly(true);
		assertThat(node.age()).isEqualTo(Duration.ofMillis(1500));
		assertThat(node.stat().czxid()).isEqualTo(4294967297L);
		assertThat(node.stat().created()).isEqualTo(Instant.parse("2026-11-21T10:02:11.120Z"));
		assertThat(node.stat().childCount()).isEqualTo(6);
		assertThat(node.stat().isEphemeral()).isTrue();
	}

	@Test
	@DisplayName("TC-40: one good server of three is enough")
	void oneGoodServerIsEnough() {
		for (int i = 0; i < 40; i++) {
			assertThat(get(client(this.gone, this.good, this.broken).node("/a")).exists()).isTrue();
		}
		assertThat(this.broken.queries()).as("asked at random").isNotEmpty().hasSizeLessThan(40);
	}

	@Test
	@DisplayName("TC-40: without a good server the error names all of them")
	void withoutAGoodServerTheErrorNamesAll() {
		CacheUnavailableException failure = failure(client(this.gone, this.broken).node("/a"),
				CacheUnavailableException.class);
		assertThat(failure).hasMessageStartingWith("None of the servers answers: '")
			.hasMessageContaining(this.gone.address() + "' (")
			.hasMessageContaining(this.broken.address() + "' (status 503)");
		assertThat(this.broken.queries()).hasSize(1);
	}

	@Test
	void theOneThatHasAnsweredIsAskedAgain() {
		CacheClient client = client(this.gone, this.good, this.broken);
		get(client.node("/a"));
		int others = this.broken.queries().size();
		for (int i = 0; i < 5; i++) {
			get(client.node("/a"));
		}
		assertThat(this.broken.queries()).hasSize(others);
	}

	@Test
	void anAnswerNeedsNoThreadOfItsOwn() {
		CacheClient client = client(this.good);
		Set<Thread> threads = ConcurrentHashMap.newKeySet();
		for (int i = 0; i < 50; i++) {
			get(client.node("/a").whenComplete((node, problem) -> threads.add(Thread.currentThread())));
		}
		assertThat(threads).hasSizeBetween(1, 10);
	}

	@Test
	void aRefusalIsNotTakenElsewhere() {
		CacheRefusedException failure = failure(client(this.strict).node("/a"), CacheRefusedException.class);
		assertThat(failure).hasMessage("Server '%s' refused to answer for '/a' with status 403: Path '/a' is not shown"
			.formatted(this.strict.address()));
		assertThat(failure.status()).isEqualTo(403);
	}

	@Test
	void eachPathIsAParameterOfItsOwn() {
		failure(client(this.good).childrenOf(List.of("/a b", "/ü,&=+")), CacheUnavailableException.class);
		assertThat(this.good.queries()).containsExactly("path=%2Fa+b&path=%2F%C3%BC%2C%26%3D%2B&children=true");
	}

	@Test
	void whatIsRefusedAboutOneIsSaidOfThatOne() {
		try (StubServer server = new StubServer(200, """
				{ "nodes": [ { "path": "/a", "error": "NO_AUTH" }, { "path": "/b", "exists": false },
				             { "path": "/c", "error": "OF_TOMORROW" } ] }
				""")) {
			List<Answer<CachedNode>> answers = client(server).nodes(List.of("/a", "/b", "/c"))
				.toCompletableFuture()
				.join();
			assertThat(answers.get(0).why().error()).isEqualTo(ZnodeError.NO_AUTH);
			assertThat(answers.get(1).value().exists()).isFalse();
			assertThat(answers.get(2).why().error()).isEqualTo(ZnodeError.OTHER);
		}
		try (StubServer server = new StubServer(200,
				"{ \"nodes\": [ { \"path\": \"/a\", \"error\": \"NO_AUTH\" } ] }")) {
			assertThat(failure(client(server).children("/a"), NodeException.class).error())
				.isEqualTo(ZnodeError.NO_AUTH);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "hello", "[]", "{}", "{ \"nodes\": 1 }", "{ \"nodes\": [] }", "{ \"nodes\": [",
			"{ \"nodes\": [ 1 ] }", "{ \"nodes\": [ { \"path\": \"/b\" } ] }",
			"{ \"nodes\": [ { \"path\": \"/a\", \"data\": \"?\" } ] }",
			"{ \"nodes\": [ { \"path\": \"/a\", \"age\": \"long\" } ] }",
			"{ \"nodes\": [ { \"path\": \"/a\", \"stat\": { \"czxid\": 99999999999999999999 } } ] }" })
	void whatIsNoAnswerIsTakenElsewhere(String body) {
		try (StubServer server = new StubServer(200, body)) {
			assertThat(failure(client(server).node("/a"), CacheUnavailableException.class))
				.hasMessageContaining("status 200, but not such an answer");
		}
	}

	@Test
	void aServerThatStallsIsNotWaitedFor() {
		try (StallingServer stalling = new StallingServer()) {
			Servers servers = new Servers(List.of(stalling.address(), this.gone.address()), HTTP,
					Duration.ofMillis(200));
			assertThat(servers.ask(new Question(List.of("/a"), Aspect.DATA)).toCompletableFuture())
				.failsWithin(Duration.ofSeconds(20))
				.withThrowableOfType(ExecutionException.class)
				.withMessageContaining("'%s' (no whole answer within PT0.2S)", stalling.address())
				.withMessageContaining("'%s' (", this.gone.address());
			assertThat(stalling.hungUp()).succeedsWithin(Duration.ofSeconds(20));
		}
	}

	@Test
	void nobodyIsAskedForNothing() {
		CacheClient client = client(this.gone);
		assertThat(client.nodes(List.of()).toCompletableFuture()).isCompletedWithValue(List.of());
		assertThat(client.childrenOf(List.of()).toCompletableFuture()).isCompletedWithValue(List.of());
	}

	@Test
	void refusesWhatCanNotWork() {
		assertThatIllegalArgumentException().isThrownBy(() -> CacheClient.of(List.of()))
			.withMessage("'servers' must not be empty");
		assertThatIllegalArgumentException().isThrownBy(() -> CacheClient.of(List.of(URI.create("app-1:8080"))))
			.withMessage(
					"Server 'app-1:8080' is not the address of an endpoint: write 'http://host:port/actuator/znodes'");
		List<URI> servers = List.of(this.good.address());
		assertThatIllegalArgumentException()
			.isThrownBy(() -> CacheClient.of(servers, HttpClient.newHttpClient(), Duration.ZERO))
			.withMessageContaining("PT0S");
		CacheClient client = CacheClient.of(servers);
		assertThatIllegalArgumentException().isThrownBy(() -> client.node("a")).withMessageContaining("'a'");
		assertThatIllegalArgumentException().isThrownBy(() -> client.nodes(List.of("/a", "b")))
			.withMessageContaining("'b'");
		assertThat(this.good.queries()).isEmpty();
	}

}
