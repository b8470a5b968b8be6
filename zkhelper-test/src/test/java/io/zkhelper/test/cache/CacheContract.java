package io.zkhelper.test.cache;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import io.zkhelper.cache.CachedNode;
import io.zkhelper.cache.NodeCache;
import io.zkhelper.session.Answer;
import io.zkhelper.session.NodeStat;
import io.zkhelper.session.ZnodeError;
import io.zkhelper.test.world.World;
import org.apache.zookeeper.ZooDefs.Perms;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * What a cache answers, how often it asks, and what it forgets.
 *
 * @param <W> where it happens
 */
abstract class CacheContract<W extends World> extends CacheScenes<W> {

	CacheContract(W world) {
		super(world);
	}

	@Test
	@DisplayName("TC-41: the second answer comes from memory and is the same")
	void theSecondAnswerComesFromMemory() {
		create("/data1", "Test data 1");
		NodeCache cache = cache();
		CachedNode first = get(cache.node("/data1"));
		CachedNode second = get(cache.node("/data1"));
		assertThat(List.of(first.cached(), second.cached())).containsExactly(false, true);
		assertThat(List.of(first, second)).allSatisfy((node) -> {
			assertThat(text(node)).isEqualTo("Test data 1");
			assertThat(node.exists()).isTrue();
			assertThat(node.stale()).isFalse();
			assertThat(node.stat().version()).isZero();
			assertThat(node.stat().childCount()).isZero();
		});
		assertThat(second.stat()).isEqualTo(first.stat());
	}

	@Test
	@DisplayName("TC-42: several at once come in order, each from memory or not")
	void severalAtOnceComeInOrder() {
		List<String> paths = List.of("/data1", "/data2", "/data3");
		paths.forEach((path) -> create(path, "Test " + path));
		NodeCache cache = cache();
		get(cache.node("/data1"));
		List<Answer<CachedNode>> first = get(cache.nodes(paths));
		List<Answer<CachedNode>> second = get(cache.nodes(paths));
		assertThat(cached(first)).containsExactly(true, false, false);
		assertThat(cached(second)).containsExactly(true, true, true);
		assertThat(first).extracting((answer) -> text(answer.value()))
			.containsExactly("Test /data1", "Test /data2", "Test /data3");
		assertThat(second).extracting((answer) -> answer.value().path()).isEqualTo(paths);
	}

	@Test
	@DisplayName("TC-43: children come sorted, with the stat of their parent")
	void childrenComeSorted() {
		create("/vt", "");
		create("/vt/b", "");
		create("/vt/a", "");
		NodeCache cache = cache();
		CachedNode first = get(cache.children("/vt"));
		NodeStat stat = first.stat();
		assertThat(first.children()).containsExactly("a", "b");
		assertThat(List.of(stat.childCount(), stat.childrenVersion())).containsExactly(2, 2);
		assertThat(first.cached()).isFalse();
		assertThat(get(cache.children("/vt")).cached()).isTrue();
		create("/vt/c", "");
		assertThat(get(cache.children("/vt")).children()).containsExactly("a", "b", "c");
	}

	@Test
	void whatIsRefusedAboutOneSpoilsNoOther() {
		write("/a", "mine");
		write("/b", "secret");
		world().deny("/b", Perms.READ);
		List<Answer<CachedNode>> answers = get(cache().nodes(List.of("/a", "/b", "/c")));
		assertThat(text(answers.get(0).value())).isEqualTo("mine");
		assertThat(answers.get(1).why().error()).isEqualTo(ZnodeError.NO_AUTH);
		assertThat(answers.get(1).why().path()).isEqualTo("/b");
		assertThat(answers.get(2).value().exists()).isFalse();
	}

	@Test
	void nothingIsAnsweredWithNothing() {
		NodeCache cache = cache();
		assertThat(get(cache.nodes(List.of()))).isEmpty();
		assertThat(get(cache.childrenOf(List.of()))).isEmpty();
		assertThat(cache.stats().reads()).isZero();
	}

	@Test
	void anErrorIsNotRemembered() {
		write("/b", "secret");
		world().deny("/b", Perms.READ);
		NodeCache cache = cache();
		assertThat(error(cache.node("/b"))).isEqualTo(ZnodeError.NO_AUTH);
		assertThat(cache.stats().entries()).isZero();
		world().allow("/b");
		get(client().nodes().sync("/b"));
		assertThat(text(get(cache.node("/b")))).isEqualTo("secret");
	}

	@Test
	void thoseWhoAskMeanwhileShareOneRead() {
		write("/a", "one");
		get(client().nodes().read("/a"));
		NodeCache cache = cache();
		get(cache.node("/other"));
		long before = world().requests();
		List<CompletableFuture<CachedNode>> all = IntStream.range(0, 20)
			.mapToObj((i) -> cache.node("/a").toCompletableFuture())
			.toList();
		assertThat(all).allSatisfy((one) -> assertThat(text(get(one))).isEqualTo("one"));
		assertThat(cache.stats().serverReads()).isEqualTo(2);
		assertThat(world().requests() - before).as("heartbeats aside").isEqualTo(1);
		assertThat(cache.stats().reads()).isEqualTo(21);
	}

	@Test
	void theNextAnswerAfterAChangeIsTheNewOne() {
		write("/a", "one");
		NodeCache cache = cache();
		assertThat(text(get(cache.node("/a")))).isEqualTo("one");
		for (int i = 0; i < 3; i++) {
			write("/a", "round " + i);
			CachedNode node = get(cache.node("/a"));
			assertThat(text(node)).isEqualTo("round " + i);
			assertThat(node.cached()).isFalse();
			assertThat(get(cache.node("/a")).cached()).isTrue();
		}
	}

	@Test
	void thatThereIsNoneIsAnAnswerUntilThereIsOne() {
		NodeCache cache = cache();
		assertThat(get(cache.node("/none")).exists()).isFalse();
		CachedNode again = get(cache.node("/none"));
		assertThat(List.of(again.exists(), again.cached(), again.stale())).containsExactly(false, true, false);
		assertThat(get(cache.children("/none")).exists()).isFalse();
		create("/none", "some");
		assertThat(text(get(cache.node("/none")))).isEqualTo("some");
		assertThat(get(cache.children("/none")).exists()).isTrue();
		world().delete("/none");
		get(client().nodes().sync("/"));
		assertThat(get(cache.node("/none")).exists()).isFalse();
		assertThat(get(cache.children("/none")).exists()).isFalse();
	}

	@Test
	void theLeastRecentlyUsedGoes() {
		List.of("/a", "/b", "/c", "/d").forEach((path) -> write(path, path));
		NodeCache cache = cache(small(3));
		List.of("/a", "/b", "/c", "/a").forEach((path) -> {
			get(cache.node(path));
			passAMoment();
		});
		get(cache.node("/d"));
		assertThat(cache.stats().entries()).isEqualTo(3);
		assertThat(get(cache.node("/a")).cached()).isTrue();
		assertThat(get(cache.node("/b")).cached()).as("was the least recently used").isFalse();
	}

	private void passAMoment() {
		world().during(Duration.ofMillis(5), "nothing", () -> true);
	}

	@Test
	void aClosedCacheAnswersNothing() {
		write("/a", "one");
		NodeCache cache = cache();
		get(cache.node("/a"));
		cache.close();
		cache.close();
		world().await("nothing in memory", () -> cache.stats().entries() == 0);
		assertThatIllegalStateException().isThrownBy(() -> cache.node("/a")).withMessage("The cache is closed");
		assertThat(get(client().nodes().read("/a")).stat().version()).isEqualTo(1);
	}

	@Test
	void whatIsNoPathIsRefusedBeforeAnythingIsSent() {
		NodeCache cache = cache();
		assertThatIllegalArgumentException().isThrownBy(() -> cache.node("a")).withMessageContaining("'a'");
		assertThatIllegalArgumentException().isThrownBy(() -> cache.children("/a/")).withMessageContaining("'/a/'");
		assertThatIllegalArgumentException().isThrownBy(() -> cache.nodes(List.of("/a", "//b")))
			.withMessageContaining("'//b'");
		assertThat(cache.stats().reads()).isZero();
	}

}
