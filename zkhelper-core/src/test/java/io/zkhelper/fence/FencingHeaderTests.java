package io.zkhelper.fence;

import io.zkhelper.claim.FencingToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link FencingHeader}.
 */
class FencingHeaderTests {

	private static final FencingToken TOKEN = new FencingToken(0x100000005L, 2);

	@Test
	void writesAStructuredField() {
		assertThat(FencingHeader.format(new NamedToken("reports", TOKEN)))
			.isEqualTo("\"0000000100000005-00000002\"; name=\"reports\"");
	}

	@Test
	void readsItWithAndWithoutSpaces() {
		NamedToken expected = new NamedToken("reports", TOKEN);
		assertThat(FencingHeader.parse("\"0000000100000005-00000002\";name=\"reports\"")).isEqualTo(expected);
		assertThat(FencingHeader.parse("\"0000000100000005-00000002\" ;  name=\"reports\"")).isEqualTo(expected);
	}

	@ParameterizedTest
	@ValueSource(strings = { "reports", "order/4711", "Bücher", "a b", "100%", "a+b", "\"quoted\"", "..", "日本語" })
	void anyNameOfAnElectionComesBack(String name) {
		NamedToken token = new NamedToken(name, TOKEN);
		assertThat(FencingHeader.format(token)).isPrintable().isASCII();
		assertThat(FencingHeader.parse(FencingHeader.format(token))).isEqualTo(token);
	}

	@Test
	void theLongestNameFits() {
		NamedToken token = new NamedToken("ü".repeat(100), TOKEN);
		assertThat(FencingHeader.parse(FencingHeader.format(token))).isEqualTo(token);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "0000000100000005-00000002; name=reports", "\"0000000100000005-00000002\"",
			"\"0000000100000005-00000002\"; name=\"\"", "\"0000000100000005-00000002\"; name=\"a b\"",
			"\"0000000100000005-00000002\"; name=\"%61\"", "\"0000000100000005-00000002\"; name=\"%FF\"",
			"\"0000000100000005-00000002\"; name=\"%0A\"", "\"0000000100000005-00000002\"; name=\"%2\"",
			"\"0000000100000005-00000002\"; name=\"a\"; name=\"b\"", "\"000000010000000A-00000002\"; name=\"a\"",
			"\"+000000100000005-00000002\"; name=\"a\"", "\"8000000000000000-00000000\"; name=\"a\"",
			"\"0000000000000000-00000000\"; name=\"a\"", "\"0000000100000005-80000000\"; name=\"a\"",
			"\"0000000100000005-00000002\"; name=\"a\", \"0000000100000006-00000002\"; name=\"a\"" })
	void refusesAnythingElse(String value) {
		assertThatIllegalArgumentException().isThrownBy(() -> FencingHeader.parse(value));
	}

	@Test
	void refusesWhatIsTooLong() {
		assertThatIllegalArgumentException()
			.isThrownBy(
					() -> FencingHeader.parse("\"0000000100000005-00000002\"; name=\"%s\"".formatted("a".repeat(201))))
			.withMessageContaining("must not be over 200 bytes");
		assertThatIllegalArgumentException().isThrownBy(() -> FencingHeader.parse(" ".repeat(5_000_000)))
			.withMessageContaining("at most 700 characters");
	}

}
