package io.zkhelper.claim;

import io.zkhelper.fuzz.Draw;
import io.zkhelper.fuzz.Fuzz;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tokens as text, and any text as a token.
 */
class FencingTokenFuzzTests {

	@Test
	void textComesBackAndSortsLikeTheToken() {
		Fuzz.each((draw) -> {
			FencingToken one = token(draw);
			FencingToken other = draw.chance(2) ? token(draw) : new FencingToken(one.zxid(), draw.number(10));
			assertThat(FencingToken.parse(one.toString())).isEqualTo(one);
			assertThat(Integer.signum(one.toString().compareTo(other.toString())))
				.isEqualTo(Integer.signum(one.compareTo(other)));
		});
	}

	private static FencingToken token(Draw draw) {
		return new FencingToken(Math.max(1, draw.anyLong() & Long.MAX_VALUE),
				(int) (draw.anyLong() & Integer.MAX_VALUE));
	}

	@Test
	void anyOtherTextIsRefused() {
		int[] accepted = new int[1];
		Fuzz.each((draw) -> {
			String text = draw.chance(10) ? draw.text(40) : draw.changed(token(draw).toString());
			try {
				assertThat(FencingToken.parse(text)).hasToString(text);
				accepted[0]++;
			}
			catch (IllegalArgumentException ex) {
				assertThat(ex.getMessage()).containsAnyOf("'" + text + "' is no fencing token",
						"'zxid' must be positive", "…' is no fencing token");
			}
		});
		assertThat(accepted[0]).isPositive();
	}

}
