package io.zkhelper.test.cell;

import java.util.List;

import io.zkhelper.test.world.InMemoryWorld;
import org.junit.jupiter.api.Nested;

/**
 * Cells on simulated servers, on virtual time where nobody blocks.
 */
class CellSimulatedTests {

	@Nested
	class AsATree extends CellNodesContract {

		AsATree() {
			super(simulated());
		}

	}

	@Nested
	class WithTrees extends CellTreeContract {

		WithTrees() {
			super(List.of(new InMemoryWorld(), new InMemoryWorld()));
		}

	}

	@Nested
	class WithAbsences extends CellAbsenceContract {

		WithAbsences() {
			super(simulated());
		}

	}

	@Nested
	class WithLocks extends CellSessionContract {

		WithLocks() {
			super(simulated());
		}

	}

	@Nested
	class Mirrored extends MirrorContract {

		Mirrored() {
			super(simulated());
		}

	}

}
