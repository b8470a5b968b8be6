package io.zkhelper.test.cache;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.zkhelper.cache.CacheOptions;
import io.zkhelper.cache.CachedNode;
import io.zkhelper.cache.NodeCache;
import io.zkhelper.session.ZnodeError;
import io.zkhelper.test.world.World;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a cache answers while there are no servers, and afterwards.
 *
 * @param <W> where it happens
 */
abstract class CacheOutageContract<W extends World> extends CacheScenes<W> {

	private static final Duration PACE = Duration.ofMillis(100);

	CacheOutageContract(W world) {
		super(world);
	}

	@Test
	@DisplayName("TC-46: over a restart of the servers every answer is from memory, and stale exactly once")
	void answersAreStaleExactlyOnce() {
		write("/a", "one");
		NodeCache cache = cache();
		get(cache.node("/a"));
		List<Boolean> turns = new ArrayList<>(List.of(poll(cache).stale()));
		world().stopServers();
		pollFor(cache, Duration.ofSeconds(3), turns);
		world().startServers();
		awaitConnected();
		world().await("fresh again", () -> !turn(cache, turns));
		pollFor(cache, Duration.ofSeconds(1), turns);
		assertThat(turns).containsExactly(false, true, false);
	}

	private void pollFor(NodeCache cache, Duration time, List<Boolean> turns) {
		for (Duration passed = Duration.ZERO; passed.compareTo(time) < 0; passed = passed.plus(PACE)) {
			world().during(PACE, "nothing", () -> true);
			turn(cache, turns);
		}
	}

	private boolean turn(NodeCache cache, List<Boolean> turns) {
		boolean stale = poll(cache).stale();
		if (turns.get(turns.size() - 1) != stale) {
			turns.add(stale);
		}
		return stale;
	}

	private static CachedNode poll(NodeCache cache) {
		CompletableFuture<CachedNode> answer = cache.node("/a").toCompletableFuture();
		assertThat(answer).as("at once, and no error").isCompleted();
		assertThat(answer.join().cached()).isTrue();
		assertThat(text(answer.join())).isEqualTo("one");
		return answer.join();
	}

	@Test
	void whatIsNotInMemoryIsRefusedAtOnceAndAskedForLater() {
		write("/a", "one");
		NodeCache cache = cache();
		world().stopServers();
		awaitDisconnected();
		assertThat(error(cache.node("/a"))).isEqualTo(ZnodeError.CONNECTION_LOSS);
		assertThat(cache.stats().entries()).isZero();
		world().startServers();
		awaitConnected();
		assertThat(text(get(cache.node("/a")))).isEqualTo("one");
	}

	@Test
	@DisplayName("TC-46: what was missed while cut off is seen afterwards")
	void aChangeDuringAnOutageIsSeenAfterIt() {
		write("/a", "one");
		write("/b", "one");
		NodeCache cache = cache();
		get(cache.nodes(List.of("/a", "/b", "/none")));
		get(cache.children("/b"));
		world().cut(client());
		awaitDisconnected();
		assertThat(get(cache.node("/a")).stale()).isTrue();
		world().write("/a", "two");
		world().delete("/b");
		world().write("/none", "some");
		world().heal(client());
		await(cache, "/a", "two");
		await(cache, "/none", "some");
		world().await("gone", () -> !get(cache.node("/b")).exists() && !get(cache.children("/b")).exists());
		world().await("all fresh", () -> !get(cache.node("/a")).stale());
	}

	@Test
	void answersAreRefusedOnceTheyAreTooStale() {
		write("/a", "one");
		NodeCache patient = cache();
		NodeCache strict = cache(CacheOptions.DEFAULT.withMaxStaleness(Duration.ofMillis(500)));
		NodeCache never = cache(CacheOptions.DEFAULT.withMaxStaleness(Duration.ZERO));
		List.of(patient, strict, never).forEach((cache) -> get(cache.node("/a")));
		world().stopServers();
		awaitDisconnected();
		assertThat(error(never.node("/a"))).isEqualTo(ZnodeError.CONNECTION_LOSS);
		world().during(Duration.ofMillis(600), "nothing", () -> true);
		assertThat(error(strict.node("/a"))).isEqualTo(ZnodeError.CONNECTION_LOSS);
		assertThat(get(patient.node("/a")).stale()).isTrue();
		world().startServers();
		awaitConnected();
		assertThat(text(get(strict.node("/a")))).isEqualTo("one");
		world().await("fresh again", () -> !get(strict.node("/a")).stale());
	}

	@Test
	void aCacheThatIsBornWithoutServersBeginsWithThem() {
		write("/a", "one");
		world().stopServers();
		awaitDisconnected();
		NodeCache cache = cache();
		assertThat(error(cache.node("/a"))).isEqualTo(ZnodeError.CONNECTION_LOSS);
		world().startServers();
		awaitConnected();
		assertThat(text(get(cache.node("/a")))).isEqualTo("one");
		assertThat(get(cache.node("/a")).cached()).isTrue();
	}

}
