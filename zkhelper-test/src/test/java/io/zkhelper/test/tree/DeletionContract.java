package io.zkhelper.test.tree;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

import ch.qos.logback.classic.Level;
import io.zkhelper.session.NodeException;
import io.zkhelper.session.ZnodeError;
import io.zkhelper.test.tree.MeddledNodes.Fate;
import io.zkhelper.test.world.CapturedLog;
import io.zkhelper.test.world.World;
import io.zkhelper.tree.DeleteOptions;
import io.zkhelper.tree.OutcomeUnknownException;
import io.zkhelper.tree.TreeChangedException;
import org.apache.zookeeper.ZooDefs.Perms;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Subtrees that are deleted, on any server.
 */
abstract class DeletionContract extends TreeScenes {

	DeletionContract(World world) {
		super(world);
	}

	private void plantSubtree() throws Exception {
		plant("/top", "/top/a", "/top/a/x", "/top/a/y", "/top/b", "/top/b/z", "/other");
	}

	private int nodes(String below) throws Exception {
		return isThere(below) ? 1 + tree().listDescendants(at(below)).size() : 0;
	}

	@Test
	void allIsGone() throws Exception {
		plantSubtree();
		tree().deleteRecursive(at("/top"));
		assertThat(tree().listDescendants(at(""))).containsExactly(at("/other"));
	}

	@Test
	void nothingToDeleteIsASuccess() throws Exception {
		tree().deleteRecursive(at("/missing"));
		tree().deleteRecursive(at("/missing"), DeleteOptions.DEFAULT.withVersion(3).withFreezing());
		assertThat(nodes("")).isEqualTo(1);
	}

	@Test
	@DisplayName("TR-23: the version is that of the top node, and nothing goes if it is another one")
	void version() throws Exception {
		plantSubtree();
		write("/top", "1");
		write("/top/a", "1");
		write("/top/a", "2");
		assertRefused(() -> tree().deleteRecursive(at("/top"), DeleteOptions.DEFAULT.withVersion(0)),
				ZnodeError.BAD_VERSION);
		assertThat(nodes("/top")).isEqualTo(6);
		tree().deleteRecursive(at("/top"), DeleteOptions.DEFAULT.withVersion(1));
		assertThat(nodes("/top")).isZero();
	}

	@Test
	@DisplayName("TR-23: a version that changes in the middle ends it")
	void versionThatChanges() throws Exception {
		plantSubtree();
		DeleteOptions first = DeleteOptions.DEFAULT.withVersion(0);
		assertRefused(() -> tree(Meddlers.before("multi", () -> write("/top", "1"))).deleteRecursive(at("/top"), first),
				ZnodeError.BAD_VERSION);
		assertThat(nodes("/top")).isEqualTo(6);
	}

	@Test
	@DisplayName("TR-23: who creates nodes for a while is waited for")
	void creatorWhoStops() throws Exception {
		plantSubtree();
		tree(Meddlers.before("multi", 2, creator("/top/a/n-"))).deleteRecursive(at("/top"));
		assertThat(nodes("/top")).isZero();
	}

	@Test
	@DisplayName("TR-23: who creates nodes all the time is given up")
	void creatorWhoGoesOn() throws Exception {
		plantSubtree();
		assertThatExceptionOfType(TreeChangedException.class)
			.isThrownBy(() -> tree(Meddlers.before("multi", creator("/top/a/n-"))).deleteRecursive(at("/top")))
			.withMessageStartingWith("Deleting was given up at '%s' after 3 attempts", at("/top"));
		assertThat(isThere("/top/a/n-1")).isTrue();
	}

	private Callable<?> creator(String prefix) {
		int[] count = new int[1];
		return () -> {
			plant(prefix + ++count[0]);
			return count;
		};
	}

	@Test
	@DisplayName("TR-23: no ADMIN right is needed, but for freezing")
	void withoutAdmin() throws Exception {
		plantSubtree();
		world().deny(at("/top"), Perms.ADMIN);
		try (CapturedLog log = CapturedLog.of("io.zkhelper.tree.FrozenNodes", Level.WARN)) {
			assertRefused(() -> tree().deleteRecursive(at("/top"), DeleteOptions.DEFAULT.withFreezing()),
					ZnodeError.NO_AUTH);
			assertThat(log.messages(Level.WARN)).isEmpty();
		}
		assertThat(nodes("/top")).isEqualTo(6);
		tree().deleteRecursive(at("/top"));
		assertThat(nodes("/top")).isZero();
	}

	@Test
	@DisplayName("TR-23: a node that vanishes meanwhile is no error")
	void vanishingNode() throws Exception {
		plantSubtree();
		tree(Meddlers.before("multi", 1, () -> delete("/top/a/x"))).deleteRecursive(at("/top"));
		assertThat(nodes("/top")).isZero();
	}

	@Test
	@DisplayName("TR-23: a subtree that vanishes meanwhile is no error")
	void vanishingSubtree() throws Exception {
		plantSubtree();
		tree(Meddlers.before("multi", 1, () -> {
			tree().deleteRecursive(at("/top"));
			return "done";
		})).deleteRecursive(at("/top"), DeleteOptions.DEFAULT.withVersion(0));
		assertThat(nodes("/top")).isZero();
	}

	@Test
	@DisplayName("TR-23: what fails in the middle can be called again")
	void failureInTheMiddle() throws Exception {
		plantMany();
		assertThatExceptionOfType(NodeException.class)
			.isThrownBy(() -> tree(Meddlers.fate("multi", 2, Fate.REFUSED)).deleteRecursive(at("/top")));
		assertThat(nodes("/top")).isBetween(1, 140);
		tree().deleteRecursive(at("/top"));
		assertThat(nodes("/top")).isZero();
	}

	@Test
	@DisplayName("TR-23: the version is looked at before the first of several transactions")
	void versionOfManyNodes() throws Exception {
		plantMany();
		assertRefused(() -> tree().deleteRecursive(at("/top"), DeleteOptions.DEFAULT.withVersion(1)),
				ZnodeError.BAD_VERSION);
		assertThat(nodes("/top")).isEqualTo(151);
	}

	// Over 128 KiB of paths, but each transaction under it
	private void plantMany() throws Exception {
		plant("/top");
		plant(IntStream.range(100, 250).mapToObj((i) -> "/top/" + i + "x".repeat(1000)).toArray(String[]::new));
	}

	@Test
	@DisplayName("TR-23: who loses an answer is told")
	void lostAnswer() throws Exception {
		plantSubtree();
		assertThatExceptionOfType(OutcomeUnknownException.class)
			.isThrownBy(() -> tree(Meddlers.fate("multi", 1, Fate.ANSWER_LOST)).deleteRecursive(at("/top")));
		assertThat(nodes("/top")).isZero();
	}

	@Test
	void moreThanMeantIsRefused() throws Exception {
		assertThatIllegalArgumentException().isThrownBy(() -> tree().deleteRecursive("/"))
			.withMessageContaining("The root '/' can't be deleted");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> tree().deleteRecursive("/", DeleteOptions.DEFAULT.withShallow()));
		assertThatIllegalArgumentException().isThrownBy(() -> tree().deleteRecursive(at("")))
			.withMessageContaining("The path '%s' is directly below the root", at(""));
		assertThat(isThere("")).isTrue();
		plantSubtree();
		tree().deleteRecursive(at(""), DeleteOptions.DEFAULT.withShallow());
		assertThat(isThere("")).isFalse();
	}

	@Test
	void aRightThatIsMissingIsAnError() throws Exception {
		plantSubtree();
		world().deny(at("/top/a"), Perms.DELETE);
		assertRefused(() -> tree().deleteRecursive(at("/top")), ZnodeError.NO_AUTH);
		assertThat(List.of(isThere("/top/a/x"), isThere("/top"))).containsOnly(true);
	}

}
