package io.zkhelper.test.tree;

import java.util.List;

import io.zkhelper.session.NodeKind;
import io.zkhelper.session.ZkAcls;
import io.zkhelper.session.ZnodeError;
import io.zkhelper.test.tree.MeddledNodes.Fate;
import io.zkhelper.test.world.World;
import io.zkhelper.tree.CreateOptions;
import io.zkhelper.tree.OutcomeUnknownException;
import io.zkhelper.tree.TreeChangedException;
import io.zkhelper.tree.WrittenNode;
import io.zkhelper.tree.ZkTree;
import org.apache.zookeeper.data.ACL;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Nodes that are created or written, whichever works, on any server.
 */
abstract class UpsertContract extends TreeScenes {

	private static final List<ACL> FILE = ZkAcls.file(ZkAcls.anyone());

	UpsertContract(World world) {
		super(world);
	}

	@Test
	void createsWithParents() throws Exception {
		WrittenNode node = tree().createOrUpdate(at("/a/b"), bytes("1"));
		assertThat(node).isEqualTo(new WrittenNode(at("/a/b"), true, statAt("/a/b")));
		assertThat(dataAt("/a/b")).isEqualTo("1");
	}

	@Test
	void updatesWhatExists() throws Exception {
		plant("/a");
		WrittenNode node = tree().createOrUpdate(at("/a"), bytes("2"));
		assertThat(node).isEqualTo(new WrittenNode(at("/a"), false, statAt("/a")));
		assertThat(dataAt("/a")).isEqualTo("2");
	}

	@Test
	void theKindIsThatOfTheCreation() throws Exception {
		CreateOptions ephemeral = CreateOptions.DEFAULT.withKind(NodeKind.EPHEMERAL);
		assertThat(tree().createOrUpdate(at("/e"), bytes("1"), ephemeral).stat().isEphemeral()).isTrue();
		plant("/p");
		assertThat(tree().createOrUpdate(at("/p"), bytes("1"), ephemeral).stat().isEphemeral()).isFalse();
	}

	@Test
	void aSequentialNodeIsAlwaysCreated() throws Exception {
		CreateOptions sequential = CreateOptions.DEFAULT.withKind(NodeKind.PERSISTENT_SEQUENTIAL);
		assertThat(tree().createOrUpdate(at("/s-"), bytes("1"), sequential).path()).isEqualTo(at("/s-0000000000"));
		assertThat(tree().createOrUpdate(at("/s-"), bytes("1"), sequential).path()).isEqualTo(at("/s-0000000001"));
	}

	@Test
	void theListOfWhatExistsIsSetOnlyIfAskedFor() throws Exception {
		plant("/a");
		tree().createOrUpdate(at("/a"), bytes("1"), CreateOptions.DEFAULT.withAcl(FILE));
		assertThat(aclAt("/a")).isEqualTo(ZkAcls.open());
		WrittenNode node = tree().createOrUpdate(at("/a"), bytes("2"), CreateOptions.DEFAULT.withAclOnUpdate(FILE));
		assertThat(aclAt("/a")).isEqualTo(FILE);
		assertThat(node.stat()).isEqualTo(statAt("/a"));
		assertThat(tree().createOrUpdate(at("/n"), bytes("2"), CreateOptions.DEFAULT.withAcl(FILE)).created()).isTrue();
		assertThat(aclAt("/n")).isEqualTo(FILE);
	}

	@Test
	void whatVanishesInBetweenIsCreated() throws Exception {
		plant("/a");
		WrittenNode node = tree(Meddlers.before("setData", 1, () -> delete("/a"))).createOrUpdate(at("/a"), bytes("1"));
		assertThat(node.created()).isTrue();
		assertThat(dataAt("/a")).isEqualTo("1");
	}

	@Test
	void whatVanishesEachTimeIsGivenUp() throws Exception {
		ZkTree tree = tree((request, path) -> {
			if (request.equals("create")) {
				plant("/a");
			}
			else {
				delete("/a");
			}
			return Fate.PASSES;
		});
		assertThatExceptionOfType(TreeChangedException.class)
			.isThrownBy(() -> tree.createOrUpdate(at("/a"), bytes("1")))
			.withMessageStartingWith("Writing was given up at '%s' after 3 attempts", at("/a"));
	}

	@Test
	void whoLosesTheAnswerIsTold() throws Exception {
		plant("/a");
		assertThatExceptionOfType(OutcomeUnknownException.class).isThrownBy(
				() -> tree(Meddlers.fate("setData", 1, Fate.REQUEST_LOST)).createOrUpdate(at("/a"), bytes("1")));
		assertThat(dataAt("/a")).isEmpty();
		assertThatExceptionOfType(OutcomeUnknownException.class)
			.isThrownBy(() -> tree(Meddlers.fate("setData", 1, Fate.ANSWER_LOST)).createOrUpdate(at("/a"), bytes("1")));
		assertThat(dataAt("/a")).isEqualTo("1");
	}

	@Test
	void aRefusalIsPassedOn() throws Exception {
		plant("/a");
		assertRefused(() -> tree(Meddlers.fate("setData", 1, Fate.REFUSED)).createOrUpdate(at("/a"), bytes("1")),
				ZnodeError.NO_AUTH);
	}

}
