package io.zkhelper.tree;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.zkhelper.fuzz.Fuzz;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Patterns by themselves.
 */
class ZkGlobTests {

	private static final List<String> TERMS = List.of("*", "?", "a", "b", "[ab]", "[^a]", "[a-c]", "\\*", "\\a");

	private static final List<String> REGEX = List.of(".*", ".", "a", "b", "[ab]", "[^a]", "[a-c]", "\\*", "a");

	@ParameterizedTest(name = "TC-13: {0} has a wildcard: {1}")
	@CsvSource({ "a*b,true", "a\\*b,false", "a?b,true", "a\\?b,false", "a[^bcd],true", "a\\[b,false", "a\\,true",
			"a[,true", "/plain/path,false", "a\\\\*b,true", "'',false" })
	void wildcards(String pattern, boolean has) {
		assertThat(ZkGlob.hasWildcard(pattern)).isEqualTo(has);
	}

	@ParameterizedTest(name = "TR-31: {0} fits {1}")
	@CsvSource({ "/abc,/abc", "/*,/abc", "/*c,/abc", "/a*,/a", "/a*,/abc", "/a*/b,/abc/b", "/a*b*c*d,/abxbcxcd",
			"/a*b?c*x,/abxbbxdbxebxczzx", "/?,/ü", "/?,/\ud83d\ude00", "/ab[c],/abc", "/ab[b-d],/abc", "/ab[^e-g],/abc",
			"/a[^a],/a☺", "/a\\*b,/a*b", "/[\\]a],/]", "/[\\-],/-", "/[x\\-],/-", "/[\\^a],/^", "/[a^],/^", "/**,/ab",
			"/a{b},/a{b}", "/[!a],/!", "/.*,/.hidden", "/*,/.hidden", "/,/", "/[^z-a],/q" })
	void fits(String pattern, String path) {
		assertThat(ZkGlob.of(pattern).matches(path)).isTrue();
	}

	@ParameterizedTest(name = "TR-31: {0} does not fit {1}")
	@CsvSource({ "/a*,/ab/c", "/a*/b,/a/c/b", "/ab[e-g],/abc", "/ab[^c],/abc", "/ab[^b-d],/abc", "/a\\*b,/ab",
			"/a?b,/a/b", "/a*b?c*x,/abxbbxdbxebxczzy", "/a???b,/a☺b", "/[a-ζ]*,/A", "/A*,/abc", "/?,/", "/*,/",
			"/*,abc", "/[z-a],/q", "/a,/a/", "/[!a],/b", "/**/c,/a/b/c" })
	void doesNotFit(String pattern, String path) {
		assertThat(ZkGlob.of(pattern).matches(path)).isFalse();
	}

	@ParameterizedTest(name = "TR-31: {0} is refused")
	@ValueSource(strings = { "/[]", "/[]a]", "/[-]", "/[x-]", "/[-x]", "/[a-b-c]", "/[", "/[^", "/[^]", "/[a", "/a[",
			"/a\\", "/[\\", "/[a-\\", "/x[/]y", "/a\\/b" })
	void wrongSyntaxIsRefused(String pattern) {
		assertThatIllegalArgumentException().isThrownBy(() -> ZkGlob.of(pattern))
			.withMessageStartingWith("The pattern '%s' is not valid in its segment '".formatted(pattern));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "a/*", "*", "//*", "/*/", "/a//b", "/../*", "/*/.", "/\\.\\." })
	@DisplayName("TR-31: a pattern that no path fits is refused")
	void patternsForNoPathAreRefused(String pattern) {
		assertThatIllegalArgumentException().isThrownBy(() -> ZkGlob.of(pattern))
			.withMessageStartingWith("The pattern '%s'".formatted(pattern))
			.withMessageContaining("must begin with '/'");
	}

	@Test
	void manyRunsAreMatchedAtOnce() {
		assertThat(ZkGlob.of("/" + "*a".repeat(50)).matches("/" + "a".repeat(10_000) + "b")).isFalse();
	}

	@Test
	void fitsWhatTheSameRegularExpressionFits() {
		Fuzz.each((draw) -> {
			List<Integer> chosen = Stream.generate(() -> draw.number(TERMS.size())).limit(draw.number(7)).toList();
			String pattern = chosen.stream().map(TERMS::get).collect(Collectors.joining());
			String regex = chosen.stream().map(REGEX::get).collect(Collectors.joining());
			String name = Stream.generate(() -> draw.of("a", "b", "c", "*"))
				.limit(draw.number(9))
				.collect(Collectors.joining());
			assertThat(new GlobParser(pattern, pattern).parse().matches(name)).as("'%s' and '%s'", pattern, name)
				.isEqualTo(Pattern.matches(regex, name));
		});
	}

	@Test
	void saysHowItWasWritten() {
		assertThat(ZkGlob.of("/a/\\**")).hasToString("/a/\\**");
	}

}
