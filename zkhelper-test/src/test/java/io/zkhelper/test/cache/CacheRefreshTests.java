package io.zkhelper.test.cache;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.zkhelper.cache.CachedNode;
import io.zkhelper.cache.NodeCache;
import io.zkhelper.session.ZnodeError;
import io.zkhelper.test.memory.Loss;
import io.zkhelper.test.memory.RequestKind;
import io.zkhelper.test.world.SimulatedWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a cache reads without being asked, in which order, and what lost answers do to it.
 */
class CacheRefreshTests extends CacheScenes<SimulatedWorld> {

	CacheRefreshTests() {
		super(new SimulatedWorld());
	}

	private void pass(Duration time) {
		world().during(time, "nothing", () -> true);
	}

	private NodeCache filled(NodeCache cache) {
		List.of("/a", "/b", "/c").forEach((path) -> {
			write(path, "one");
			get(cache.node(path));
			pass(Duration.ofSeconds(10));
		});
		return cache;
	}

	@Test
	void oldAnswersAreReadAnewOneByOne() {
		NodeCache cache = filled(cache(aged(Duration.ofMinutes(1))));
		assertThat(cache.stats().serverReads()).isEqualTo(3);
		pass(Duration.ofSeconds(35));
		assertThat(cache.stats().serverReads()).as("the oldest").isEqualTo(4);
		pass(Duration.ofSeconds(10));
		assertThat(cache.stats().serverReads()).as("the next").isEqualTo(5);
		assertThat(get(cache.node("/a")).age()).isLessThan(Duration.ofSeconds(20));
		pass(Duration.ofMinutes(10));
		assertThat(cache.stats().serverReads()).isBetween(30L, 36L);
		assertThat(get(cache.nodes(List.of("/a", "/b", "/c")))).allSatisfy((answer) -> {
			assertThat(answer.value().age()).isLessThan(Duration.ofSeconds(61));
			assertThat(answer.value().cached()).isTrue();
		});
	}

	@Test
	void afterAnOutageTheOldestComeFirst() {
		NodeCache cache = filled(NodeCache.on(client(), aged(Duration.ofHours(1)).withRefreshLimit(1)));
		write("/a", "two");
		get(cache.node("/a"));
		List<String> order = new ArrayList<>();
		world().link(client()).disconnect();
		world().await("stale", () -> stale(cache).size() == 3);
		world().always(() -> List.of("/a", "/b", "/c").forEach((path) -> {
			if (!order.contains(path) && !isStale(cache, path)) {
				order.add(path);
			}
		}));
		world().await("all fresh", () -> order.size() == 3);
		assertThat(order).containsExactly("/b", "/c", "/a");
	}

	private List<String> stale(NodeCache cache) {
		return List.of("/a", "/b", "/c").stream().filter((path) -> isStale(cache, path)).toList();
	}

	private static boolean isStale(NodeCache cache, String path) {
		return cache.node(path).toCompletableFuture().join().stale();
	}

	@Test
	void whatWasToldToHaveChangedIsReadWhenSomebodyAsks() {
		NodeCache cache = filled(cache(aged(Duration.ofMinutes(1))));
		List.of("/a", "/b", "/c").forEach((path) -> write(path, "two"));
		pass(Duration.ofMinutes(10));
		assertThat(cache.stats().serverReads()).isEqualTo(3);
		assertThat(text(get(cache.node("/a")))).isEqualTo("two");
		pass(Duration.ofSeconds(90));
		assertThat(cache.stats().serverReads()).as("refreshed again").isEqualTo(5);
	}

	@Test
	void aChangeThatNobodyHasAskedAboutIsServedAsStaleInAnOutage() {
		NodeCache cache = filled(cache());
		write("/a", "two");
		world().stopServers();
		awaitDisconnected();
		CachedNode node = get(cache.node("/a"));
		assertThat(text(node)).isEqualTo("one");
		assertThat(List.of(node.cached(), node.stale())).containsExactly(true, true);
		world().startServers();
		awaitConnected();
		assertThat(text(get(cache.node("/a")))).isEqualTo("two");
		assertThat(isStale(cache, "/a")).isFalse();
	}

	@ParameterizedTest
	@EnumSource
	void aLostAnswerToAMissIsAnErrorOnce(Loss loss) {
		write("/a", "one");
		NodeCache cache = cache();
		get(cache.node("/none"));
		world().link(client()).failNext(RequestKind.READ, loss);
		assertThat(error(cache.node("/a"))).isEqualTo(ZnodeError.CONNECTION_LOSS);
		awaitConnected();
		assertThat(text(get(cache.node("/a")))).isEqualTo("one");
	}

	@ParameterizedTest
	@EnumSource
	void aLostAnswerAfterAChangeIsTheOldOneAsStale(Loss loss) {
		NodeCache cache = filled(cache());
		write("/a", "two");
		world().link(client()).failNext(RequestKind.READ, loss);
		CachedNode node = get(cache.node("/a"));
		assertThat(text(node)).isEqualTo("one");
		assertThat(node.stale()).isTrue();
		world().await("connected, and the new one", () -> text(get(cache.node("/a"))).equals("two"));
	}

	@ParameterizedTest
	@EnumSource
	void aLostRefreshIsTriedAgainAndAnsweredMeanwhile(Loss loss) {
		NodeCache cache = filled(cache(aged(Duration.ofMinutes(1))));
		world().link(client()).failNext(RequestKind.READ, loss);
		world().during(Duration.ofMinutes(2), "always an answer",
				() -> cache.node("/a").toCompletableFuture().isDone() && get(cache.node("/a")).cached());
		assertThat(stale(cache)).isEmpty();
		assertThat(get(cache.node("/a")).age()).isLessThan(Duration.ofSeconds(61));
	}

	@Test
	void whatCostsTheConnectionAgainAndAgainIsTriedLessAndLess() {
		write("/a", "one");
		NodeCache cache = cache(aged(Duration.ofHours(1)));
		get(cache.node("/a"));
		for (int i = 0; i < 1000; i++) {
			world().link(client()).failNext(RequestKind.READ, Loss.LOST_ANSWER);
		}
		world().link(client()).disconnect();
		pass(Duration.ofMinutes(1));
		assertThat(cache.stats().serverReads()).as("within a minute").isBetween(8L, 12L);
		assertThat(isStale(cache, "/a")).isTrue();
	}

	@Test
	void anEvictedOneStillAnswersThoseWhoWait() {
		List.of("/a", "/b", "/c").forEach((path) -> write(path, path));
		NodeCache cache = cache(small(1));
		List<CompletableFuture<CachedNode>> all = List.of("/a", "/b", "/c")
			.stream()
			.map((path) -> cache.node(path).toCompletableFuture())
			.toList();
		assertThat(all).allSatisfy((one) -> assertThat(get(one).exists()).isTrue());
		assertThat(cache.stats().entries()).isEqualTo(1);
	}

	@Test
	void theSessionMayEnd() {
		NodeCache cache = filled(cache());
		world().cut(client());
		awaitDisconnected();
		pass(Duration.ofSeconds(10));
		assertThat(stale(cache)).hasSize(3);
		world().heal(client());
		world().await("all fresh", () -> stale(cache).isEmpty());
		write("/a", "two");
		assertThat(text(get(cache.node("/a")))).as("watched in the new session").isEqualTo("two");
	}

}
