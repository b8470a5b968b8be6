package io.zkhelper.tree;

import io.zkhelper.session.Change;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * What may be asked of a deletion.
 */
class DeleteOptionsTests {

	@Test
	void aVersionThatNoNodeHasIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> DeleteOptions.DEFAULT.withVersion(-2))
			.withMessage("'version' must be that of a node's data, or Change.ANY_VERSION, but was -2");
	}

	@Test
	void everyOtherVersionCanBeMeant() {
		assertThat(DeleteOptions.DEFAULT.withVersion(0).version()).isZero();
		assertThat(DeleteOptions.DEFAULT.withVersion(0).withVersion(Change.ANY_VERSION))
			.isEqualTo(DeleteOptions.DEFAULT);
	}

}
