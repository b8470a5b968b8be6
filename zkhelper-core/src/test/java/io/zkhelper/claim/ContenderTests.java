package io.zkhelper.claim;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Names of contenders, ours and others'.
 */
class ContenderTests {

	@ParameterizedTest
	@CsvSource({ "_c_0a-latch-0000000003,3", "_c_0a-lock-2147483647,2147483647", "lock-0000000012,12",
			"uuid__lock__0000000001,1", "_c_0a-lock--2147483648,-2147483648", "lock--000000001,-1" })
	void contendersHaveAKnownMarkerAndTenDigits(String name, int sequence) {
		assertThat(Contender.parse(name)).contains(new Contender(name, sequence));
	}

	@ParameterizedTest
	@ValueSource(strings = { "a-x", "lock-abc", "lock-", "lock-1", "leader", "_c_0a-latch-99999999999",
			"block-0000000001", "_c_0a-latch-9999999999" })
	void anythingElseIsIgnored(String name) {
		assertThat(Contender.parse(name)).isEmpty();
	}

	@Test
	void aTransactionThatCannotBeIsNoOrigin() {
		String form = "_c_1b4e28ba-2fa1-11d2-883f-b9a761bde3fb-at-%s-lock-0000000007";
		assertThat(new Contender(form.formatted("7fffffffffffffff"), 7).origin()).contains(Long.MAX_VALUE);
		assertThat(new Contender(form.formatted("ffffffffffffffff"), 7).origin()).isEmpty();
		assertThat(new Contender(form.formatted("0000000000000000"), 7).origin()).isEmpty();
	}

	@Test
	void numbersNearTheMaximumSayNothing() {
		assertThat(new Contender("n", Integer.MAX_VALUE - 1_000_001).isBeyondCounting()).isFalse();
		assertThat(new Contender("n", Integer.MAX_VALUE - 1_000_000).isBeyondCounting()).isTrue();
		assertThat(new Contender("n", -1).isBeyondCounting()).isTrue();
	}

	@Test
	void aWishIsNoContenderAndComesLastForEverybody() {
		String contender = "_c_1b4e28ba-2fa1-11d2-883f-b9a761bde3fb-lock-0000000007";
		String wish = Contender.wishFor(contender);
		assertThat(Contender.isWish(wish)).isTrue();
		assertThat(Contender.isWish(contender)).isFalse();
		assertThat(Contender.parse(wish)).isEmpty();
		assertThat(wish).as("has no number to those who look for one").doesNotContain("lock-");
		assertThat(wish).as("by text").isGreaterThan(contender).isGreaterThan("lock-9999999999");
		assertThat(Contender.wishFor("x__lock__0000000007"))
			.satisfies((other) -> assertThat(Contender.parse(other)).isEmpty());
	}

}
