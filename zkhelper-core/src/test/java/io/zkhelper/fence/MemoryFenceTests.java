package io.zkhelper.fence;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.zkhelper.claim.FencingToken;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link MemoryFence}.
 */
class MemoryFenceTests {

	private final Fence fence = new MemoryFence();

	@Test
	void refusesOlderTokensOfTheSameName() {
		this.fence.pass("reports", new FencingToken(2, 1));
		this.fence.pass("reports", new FencingToken(2, 1));
		this.fence.pass("invoices", new FencingToken(1, 0));
		assertThatExceptionOfType(StaleLeaderException.class)
			.isThrownBy(() -> this.fence.pass("reports", new FencingToken(2, 0)))
			.withMessageContaining("'0000000000000002-00000000' of 'reports' is refused")
			.withMessageContaining("'0000000000000002-00000001'")
			.satisfies((ex) -> assertThat(ex.newest()).isEqualTo(new FencingToken(2, 1)));
	}

	@Test
	void theNewestWinsWhateverTheOrder() {
		List<CompletableFuture<Void>> passes = IntStream.rangeClosed(1, 500)
			.mapToObj((i) -> CompletableFuture.runAsync(() -> this.fence.pass("reports", token(i))))
			.toList();
		assertThat(refused(passes.stream())).as("of the newest").isNotIn(500);
		this.fence.pass("reports", token(500));
		assertThatExceptionOfType(StaleLeaderException.class).isThrownBy(() -> this.fence.pass("reports", token(499)));
	}

	private static FencingToken token(int i) {
		return new FencingToken(i, 0);
	}

	private static List<Integer> refused(Stream<CompletableFuture<Void>> passes) {
		List<Boolean> refused = passes.map((pass) -> pass.handle((value, ex) -> ex != null).join()).toList();
		return IntStream.rangeClosed(1, refused.size()).filter((i) -> refused.get(i - 1)).boxed().toList();
	}

	@Test
	void forgetsNoNameAndTakesNoMoreThanItCanKeep() {
		IntStream.range(0, MemoryFence.MAX_NAMES).forEach((i) -> this.fence.pass("name" + i, token(2)));
		assertThatIllegalStateException().isThrownBy(() -> this.fence.pass("another", token(2)))
			.withMessageContaining("'another' is one name too many");
		this.fence.pass("name0", token(3));
		assertThatExceptionOfType(StaleLeaderException.class).isThrownBy(() -> this.fence.pass("name1", token(1)));
	}

	@Test
	void refusesNamesThatNoElectionHas() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.fence.pass("", token(1)));
		assertThatIllegalArgumentException().isThrownBy(() -> this.fence.pass("x".repeat(201), token(1)));
		assertThatIllegalArgumentException().isThrownBy(() -> this.fence.pass("a\nb", token(1)));
	}

}
