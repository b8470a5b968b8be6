package io.zkhelper.boot.lock;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

import io.zkhelper.boot.guard.InvalidGuardException;
import io.zkhelper.session.Paths;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.util.ReflectionUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Any expression as the name of a lock, and any arguments: refused with the reason, or a
 * name; and nothing is reached but what parameters are. {@code -Dzkhelper.fuzz=…} tries
 * more, {@code -Dzkhelper.fuzz.seed=… -Dzkhelper.fuzz=1} one case again.
 */
class LockNameFuzzTests {

	private static final int CASES = Integer.getInteger("zkhelper.fuzz", 3_000);

	private static final long FIRST = Long.getLong("zkhelper.fuzz.seed", 1);

	private static final String[] WORDS = { "#{", "}", "#text", "#trap", "#id", "#root", "#this", "#systemProperties",
			".name", ".fire()", ".fire", ".class", ".class.classLoader", ".getName()",
			"T(" + Trap.class.getName() + ")", "new " + Trap.class.getName() + "('x')", "@trap", "&trap", "[0]",
			"['a']", ".![", ".?[", ".^[", "]", "(", ")", "{", "=", "++", " + ", " ? ", " : ", " ?: ", "?.", "'a'", "1",
			" matches ", " instanceof ", "null", ".name = 'x'", "order-", "${user.home}", "{'a','b'}", "{a:1}", " and ",
			"!", "-", ",", "#concat('a')", ".toString()", ".fired" };

	@Test
	void noExpressionReachesAnythingButParameters() {
		int[] named = new int[1];
		each((random) -> {
			String template = draw(random, WORDS, 1 + random.nextInt(7));
			template = random.nextBoolean() ? "#{#text" + template + "}" : template;
			try {
				requireName(LockName.parse(template, method()).evaluate(arguments("t", new Trap("n"))));
				named[0]++;
			}
			catch (InvalidGuardException ex) {
				assertThat(ex).hasMessageContaining("change");
			}
			catch (IllegalArgumentException ex) {
				assertThat(ex).hasMessageContaining("has no name for this call");
			}
			assertThat(Trap.fired).as("after %s", template).isFalse();
		});
		assertThat(named[0]).isPositive();
	}

	@Test
	void anyArgumentIsRefusedOrTakenLiterally() {
		LockName name = LockName.parse("order-#{#text}", method());
		int[] named = new int[1];
		each((random) -> {
			Object argument = argument(random);
			try {
				String evaluated = name.evaluate(arguments(argument, new Trap("n")));
				assertThat(evaluated).isEqualTo("order-" + argument)
					.doesNotContain("@" + Integer.toHexString(System.identityHashCode(argument)));
				requireName(evaluated);
				named[0]++;
			}
			catch (IllegalArgumentException ex) {
				assertThat(ex).hasMessageContainingAll("change", "has no name for this call");
			}
			assertThat(Trap.fired).isFalse();
		});
		assertThat(named[0]).isPositive();
	}

	private static @Nullable Object argument(Random random) {
		String text = draw(random, WORDS, random.nextInt(5));
		return switch (random.nextInt(14)) {
			case 0 -> null;
			case 1 -> "";
			case 2 -> "x".repeat(random.nextInt(300_000));
			case 3 -> new String[] { text };
			case 4 -> List.of(text, List.of(random.nextInt(3)));
			case 5 -> Map.of("a", text);
			case 6 -> List.of(new int[] { 1 });
			case 7 -> Map.of("a", List.of(new Object()));
			case 8 -> new Trap(text);
			case 9 -> Arrays.asList(text, null);
			case 10 -> new Textless(random.nextBoolean());
			case 11 -> "/../" + (char) random.nextInt(0x10000) + text;
			case 12 -> "" + (char) (0xD800 + random.nextInt(0x800));
			default -> text;
		};
	}

	private static void requireName(String name) {
		assertThat(Paths.segment("a lock", name)).doesNotContain("/").isNotEmpty();
	}

	private static String draw(Random random, String[] words, int count) {
		StringBuilder text = new StringBuilder();
		for (int i = 0; i < count; i++) {
			text.append(words[random.nextInt(words.length)]);
		}
		return text.toString();
	}

	private static void each(Consumer<Random> attempt) {
		for (long seed = FIRST; seed < FIRST + CASES; seed++) {
			try {
				attempt.accept(new Random(seed * 0x9E3779B97F4A7C15L));
			}
			catch (RuntimeException | Error ex) {
				throw new AssertionError(
						"Replay with -Dzkhelper.fuzz.seed=%d -Dzkhelper.fuzz=1: %s".formatted(seed, ex), ex);
			}
		}
	}

	private static @Nullable Object[] arguments(@Nullable Object text, Trap trap) {
		return new Object[] { text, 5, trap };
	}

	private static Method method() {
		return ReflectionUtils.findMethod(Orders.class, "change", Object.class, int.class, Trap.class);
	}

	static class Orders {

		void change(Object text, int id, Trap trap) {
		}

	}

	/**
	 * Goes off when somebody calls a method or sets a property.
	 */
	public static final class Trap {

		static boolean fired;

		private final String name;

		public Trap(String name) {
			this.name = name;
			fired |= name.equals("x");
		}

		public String getName() {
			return this.name;
		}

		public void setName(String name) {
			fired = true;
		}

		public static String fire() {
			fired = true;
			return "fired";
		}

	}

	/**
	 * Has no text, or fails when it is asked for it.
	 */
	private record Textless(boolean fails) {

		@Override
		public String toString() {
			if (this.fails) {
				throw new IllegalStateException("no text");
			}
			return null;
		}

	}

}
