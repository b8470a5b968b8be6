package io.zkhelper.test.tree;

import io.zkhelper.test.world.InMemoryWorld;
import io.zkhelper.test.world.RealWorld;
import org.junit.jupiter.api.Nested;

/**
 * Trees, in real time.
 */
class TreeTests {

	@Nested
	class CreationOnASimulatedServer extends CreationContract {

		CreationOnASimulatedServer() {
			super(new InMemoryWorld());
		}

	}

	@Nested
	class CreationOnARealServer extends CreationContract {

		CreationOnARealServer() {
			super(RealWorld.calm());
		}

	}

	@Nested
	class UpsertOnASimulatedServer extends UpsertContract {

		UpsertOnASimulatedServer() {
			super(new InMemoryWorld());
		}

	}

	@Nested
	class UpsertOnARealServer extends UpsertContract {

		UpsertOnARealServer() {
			super(RealWorld.calm());
		}

	}

	@Nested
	class DescendantsOnASimulatedServer extends DescendantsContract {

		DescendantsOnASimulatedServer() {
			super(new InMemoryWorld());
		}

	}

	@Nested
	class DescendantsOnARealServer extends DescendantsContract {

		DescendantsOnARealServer() {
			super(RealWorld.calm());
		}

	}

	@Nested
	class DeletionOnASimulatedServer extends DeletionContract {

		DeletionOnASimulatedServer() {
			super(new InMemoryWorld());
		}

	}

	@Nested
	class DeletionOnARealServer extends DeletionContract {

		DeletionOnARealServer() {
			super(RealWorld.calm());
		}

	}

	@Nested
	class FreezingOnASimulatedServer extends FreezingContract {

		FreezingOnASimulatedServer() {
			super(new InMemoryWorld());
		}

	}

	@Nested
	class FreezingOnARealServer extends FreezingContract {

		FreezingOnARealServer() {
			super(RealWorld.calm());
		}

	}

	@Nested
	class UpdateOnASimulatedServer extends UpdateContract {

		UpdateOnASimulatedServer() {
			super(new InMemoryWorld());
		}

	}

	@Nested
	class UpdateOnARealServer extends UpdateContract {

		UpdateOnARealServer() {
			super(RealWorld.calm());
		}

	}

	@Nested
	class TransactionOnASimulatedServer extends TransactionContract {

		TransactionOnASimulatedServer() {
			super(new InMemoryWorld());
		}

	}

	@Nested
	class TransactionOnARealServer extends TransactionContract {

		TransactionOnARealServer() {
			super(RealWorld.calm());
		}

	}

}
