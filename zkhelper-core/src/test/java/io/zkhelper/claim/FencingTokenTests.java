package io.zkhelper.claim;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tokens and their text.
 */
class FencingTokenTests {

	@Test
	void textSortsLikeTheToken() {
		FencingToken[] ascending = { new FencingToken(9, 0), new FencingToken(9, 1), new FencingToken(10, 0),
				new FencingToken(0x100000005L, 2), new FencingToken(Long.MAX_VALUE, Integer.MAX_VALUE) };
		assertThat(ascending).isSorted();
		assertThat(Stream.of(ascending).map(FencingToken::toString)).isSorted();
		assertThat(ascending[3]).hasToString("0000000100000005-00000002");
	}

	@Test
	void textCanBeRead() {
		FencingToken token = new FencingToken(0x100000005L, 2);
		assertThat(FencingToken.parse(token.toString())).isEqualTo(token);
		assertThat(token.isNewerThan(new FencingToken(0x100000005L, 1))).isTrue();
		assertThat(token.isNewerThan(token)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "7", "0000000100000005_00000002", "000000010000000g-00000002",
			"0000000000000000-00000000", "ffffffffffffffff-00000000", "+000000100000005-00000002",
			"0000000100000005-+0000002", "000000010000000A-00000002", "000000010000000\uff15-00000002",
			"0000000100000005-80000000", "0000000100000005-00000002\n" })
	void otherTextsAreRefused(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> FencingToken.parse(text));
	}

}
