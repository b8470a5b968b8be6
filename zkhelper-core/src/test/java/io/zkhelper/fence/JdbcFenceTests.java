package io.zkhelper.fence;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link JdbcFence} without a database.
 */
class JdbcFenceTests {

	@ParameterizedTest
	@ValueSource(strings = { "fence", "app.fence_2", "db.app._fence" })
	void aTableHasAPlainName(String table) {
		assertThatCode(() -> new JdbcFence(table)).doesNotThrowAnyException();
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "", "2fence", "fence; drop table orders", "a.b.c.d", "\"fence\"", "fence.", "fence where 1=1" })
	void refusesAnythingElse(String table) {
		assertThatIllegalArgumentException().isThrownBy(() -> new JdbcFence(table))
			.withMessageContaining("is no name of a table");
	}

}
