package io.zkhelper.claim;

import java.util.regex.Pattern;

import io.zkhelper.fuzz.Draw;
import io.zkhelper.fuzz.Fuzz;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Any name of a node in a queue: a contender with the number that it ends in, or none.
 */
class ContenderFuzzTests {

	private static final String GUID = "1b4e28ba-2fa1-11d2-883f-b9a761bde3fb";

	private static final Pattern NUMBER = Pattern.compile("(?<=[-_])-?\\d{9,10}$");

	@Test
	void anyNameIsAContenderWithItsNumberOrNone() {
		int[] contenders = new int[1];
		Fuzz.each((draw) -> {
			String name = name(draw);
			Contender.parse(name).ifPresent((contender) -> {
				contenders[0]++;
				requireRight(name, contender);
			});
		});
		assertThat(contenders[0]).isPositive();
	}

	private static void requireRight(String name, Contender contender) {
		assertThat(contender.name()).isEqualTo(name);
		assertThat(NUMBER.matcher(name).results().map((number) -> Long.parseLong(number.group())))
			.containsExactly((long) contender.sequence());
		assertThat(Contender.isWish(name)).isFalse();
		contender.origin().ifPresent((origin) -> {
			assertThat(new FencingToken(origin, 0).zxid()).isEqualTo(origin);
			assertThat(name).contains("-at-%016x-".formatted(origin));
		});
		assertThat(Contender.parse(Contender.wishFor(name))).isEmpty();
		assertThat(contender.isBeyondCounting())
			.isEqualTo(contender.sequence() < 0 || contender.sequence() >= 2146483647);
	}

	private static String name(Draw draw) {
		String form = draw.of("_c_%s-lock-%s", "_c_%s-latch-%s", "_c_%s-read-lock-%s", "_c_%s-permits-2-of-3-lock-%s",
				"%s__lock__%s", "lock-%2$s", "_c_%s-at-0000000100000005-read-lock-%s",
				"_c_%s-at-ffffffffffffffff-lock-%s", "_c_%s-at-0000000000000000-lock-%s", "wish__c_%s_lock_%s");
		String number = draw.chance(2) ? "%010d".formatted((int) draw.anyLong()) : Long.toString(draw.anyLong());
		return draw.chance(20) ? draw.text(100) : draw.changed(form.formatted(GUID, number));
	}

}
