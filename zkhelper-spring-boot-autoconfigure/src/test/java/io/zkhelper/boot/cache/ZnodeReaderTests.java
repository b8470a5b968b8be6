package io.zkhelper.boot.cache;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import io.zkhelper.boot.cache.ZnodeRoute.Target;
import io.zkhelper.cache.CacheOptions;
import io.zkhelper.cache.NodeCache;
import io.zkhelper.session.Answer;
import io.zkhelper.session.ZkClient;
import io.zkhelper.session.ZkClientOptions;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.spy;

/**
 * Tests for {@link ZnodeReader}, without servers.
 */
class ZnodeReaderTests {

	private final List<Duration> waits = new ArrayList<>();

	@Test
	void waitsOnceForAllCellsThatAreDown() throws Exception {
		try (ZkClient ny = down();
				ZkClient nj = down();
				NodeCaches caches = new NodeCaches(CacheOptions.DEFAULT, List.of())) {
			ZnodeReader reader = reader(caches,
					(path) -> Optional.of(new Target("cell", path.startsWith("/zk/ny") ? ny : nj, path)));
			assertThat(reader.read(List.of("/zk/ny/a", "/zk/ny/b", "/zk/nj/a"), false))
				.succeedsWithin(Duration.ofSeconds(20))
				.satisfies((answers) -> assertThat(answers).hasSize(3).noneMatch(Answer::isOk));
			assertThat(this.waits.stream().reduce(Duration.ZERO, Duration::plus)).isPositive()
				.isLessThanOrEqualTo(Duration.ofSeconds(2));
		}
	}

	private ZkClient down() throws InterruptedException {
		ZkClient client = spy(ZkClient.connect(ZkClientOptions.of("localhost:1")));
		doAnswer((call) -> {
			this.waits.add(call.getArgument(0));
			return call.callRealMethod();
		}).when(client).awaitConnected(any());
		return client;
	}

	@Test
	void asksNobodyIfOneOfTheCellsIsNotKnown() {
		ZnodeReader reader = reader(new NodeCaches(CacheOptions.DEFAULT, List.of()), (path) -> {
			if (path.startsWith("/zk")) {
				throw new IllegalArgumentException("No cell of " + path);
			}
			return Optional.empty();
		});
		assertThatIllegalArgumentException().isThrownBy(() -> reader.read(List.of("/own", "/zk/far/a"), false))
			.withMessage("No cell of /zk/far/a");
	}

	private static ZnodeReader reader(NodeCaches caches, ZnodeRoute route) {
		Supplier<NodeCache> own = () -> {
			throw new IllegalStateException("The application's own cache is asked");
		};
		return new ZnodeReader(
				new CacheProperties(List.of("/"), 100, false, 10, CacheOptions.DEFAULT.refreshAfter(), null), own,
				caches, route);
	}

}
