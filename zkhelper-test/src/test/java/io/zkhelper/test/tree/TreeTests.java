package io.zkhelper.test.tree;

import io.zkhelper.session.NodeKind;
import io.zkhelper.session.ZkAcls;
import io.zkhelper.test.world.InMemoryWorld;
import io.zkhelper.test.world.RealWorld;
import io.zkhelper.tree.CreateOptions;
import io.zkhelper.tree.Parents;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Trees, in real time.
 */
class TreeTests {

	@Nested
	class CreationOnASimulatedServer extends CreationContract {

		CreationOnASimulatedServer() {
			super(new InMemoryWorld());
		}

		@Test
		void parentsMayBeContainers() throws Exception {
			CreateOptions options = CreateOptions.DEFAULT.withParents(new Parents(NodeKind.CONTAINER, ZkAcls.open()));
			tree().create(at("/a/b"), bytes(""), options);
			delete("/a/b");
			((InMemoryWorld) world()).reap();
			assertThat(isThere("/a")).isFalse();
			assertThat(isThere("")).isTrue();
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

	@Nested
	class AclOnASimulatedServer extends AclContract {

		AclOnASimulatedServer() {
			super(new InMemoryWorld());
		}

	}

	@Nested
	class AclOnARealServer extends AclContract {

		AclOnARealServer() {
			super(RealWorld.calm());
		}

	}

}
