package io.zkhelper.session;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a refused request is told.
 */
class NodeExceptionTests {

	@ParameterizedTest
	@ValueSource(strings = { "create", "setData", "delete", "setAcl", "multi" })
	void aLostAnswerToAWriteMayHideAChange(String request) {
		assertThat(new NodeException(request, new Refusal(ZnodeError.CONNECTION_LOSS, "/a")))
			.hasMessage("'%s' of '/a' was refused: CONNECTION_LOSS; it may have been applied".formatted(request));
	}

	@ParameterizedTest
	@ValueSource(strings = { "read", "exists", "children", "acl", "sync" })
	void aLostAnswerToAReadHidesNothing(String request) {
		assertThat(new NodeException(request, new Refusal(ZnodeError.CONNECTION_LOSS, "/a")))
			.hasMessage("'%s' of '/a' was refused: CONNECTION_LOSS".formatted(request));
	}

	@Test
	void aRefusalHidesNothing() {
		assertThat(new NodeException("create", new Refusal(ZnodeError.NODE_EXISTS, "/a")))
			.hasMessage("'create' of '/a' was refused: NODE_EXISTS");
	}

}
