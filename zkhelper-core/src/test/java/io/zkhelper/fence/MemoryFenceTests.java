package io.zkhelper.fence;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

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
	void whatHasPassedIsNeverForgottenBetweenThreads() {
		List<CompletableFuture<Long>> threads = IntStream.range(0, 4)
			.mapToObj((i) -> CompletableFuture.supplyAsync(this::passOften, (task) -> new Thread(task).start()))
			.toList();
		assertThat(threads.stream().map(CompletableFuture::join)).as("older tokens that passed after newer ones")
			.containsOnly(0L);
	}

	private long passOften() {
		return IntStream.rangeClosed(1, 20_000).filter((i) -> {
			passes(token(2 * i));
			return passes(token(2 * i - 1));
		}).count();
	}

	private boolean passes(FencingToken token) {
		try {
			this.fence.pass("reports", token);
			return true;
		}
		catch (StaleLeaderException ex) {
			return false;
		}
	}

	private static FencingToken token(int i) {
		return new FencingToken(i, 0);
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
