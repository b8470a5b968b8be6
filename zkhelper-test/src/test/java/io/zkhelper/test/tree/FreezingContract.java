package io.zkhelper.test.tree;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;

import ch.qos.logback.classic.Level;
import io.zkhelper.session.Change;
import io.zkhelper.session.NodeException;
import io.zkhelper.session.ZkAcls;
import io.zkhelper.session.ZnodeError;
import io.zkhelper.test.tree.MeddledNodes.Fate;
import io.zkhelper.test.tree.MeddledNodes.Meddler;
import io.zkhelper.test.world.CapturedLog;
import io.zkhelper.test.world.World;
import io.zkhelper.tree.DeleteOptions;
import io.zkhelper.tree.OutcomeUnknownException;
import org.apache.zookeeper.ZooDefs.Perms;
import org.apache.zookeeper.data.ACL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Subtrees that are frozen while they are deleted, on any server.
 */
abstract class FreezingContract extends TreeScenes {

	private static final List<ACL> BEFORE = List.of(new ACL(Perms.ALL, ZkAcls.anyone()),
			new ACL(Perms.CREATE, ZkAcls.digest("maker", "secret")));

	FreezingContract(World world) {
		super(world);
	}

	@BeforeEach
	void plantSubtree() throws Exception {
		plant("/top", "/top/a", "/top/a/x", "/top/b");
		get(nodes().setAcl(at("/top"), BEFORE, Change.ANY_VERSION));
	}

	private void delete(Meddler meddler) throws InterruptedException {
		tree(meddler).deleteRecursive(at("/top"), DeleteOptions.DEFAULT.withFreezing());
	}

	@Test
	void allIsGone() throws Exception {
		tree().deleteRecursive(at("/top"), DeleteOptions.DEFAULT.withFreezing());
		assertThat(isThere("/top")).isFalse();
	}

	@Test
	void childrenAreRefusedMeanwhile() throws Exception {
		AtomicReference<List<ACL>> meanwhile = new AtomicReference<>();
		delete(Meddlers.before("multi", 1, () -> {
			meanwhile.set(aclAt("/top"));
			assertRefused(() -> plantUnwrapped("/top/new"), ZnodeError.NO_AUTH);
			return meanwhile;
		}));
		assertThat(isThere("/top")).isFalse();
		assertThat(meanwhile.get()).containsExactly(new ACL(Perms.ALL & ~Perms.CREATE, ZkAcls.anyone()));
	}

	private void plantUnwrapped(String below) throws Exception {
		try {
			plant(below);
		}
		catch (ExecutionException ex) {
			throw (NodeException) ex.getCause();
		}
	}

	@Test
	@DisplayName("TR-23: who creates nodes further below all the time does not get far")
	void creatorFurtherBelow() throws Exception {
		int[] created = new int[1];
		delete(Meddlers.before("multi", creator(created)));
		assertThat(isThere("/top")).isFalse();
		assertThat(created).containsExactly(1);
	}

	private Callable<?> creator(int[] created) {
		return () -> {
			try {
				plantUnwrapped("/top/a/n" + created[0]);
				created[0]++;
			}
			catch (NodeException ex) {
				assertThat(ex.error()).isEqualTo(ZnodeError.NO_AUTH);
			}
			return created;
		};
	}

	@Test
	@DisplayName("TR-23: what fails in the middle leaves the access control lists as they were")
	void failureInTheMiddle() throws Exception {
		assertRefused(() -> delete(Meddlers.fate("multi", 1, Fate.REFUSED)), ZnodeError.NO_AUTH);
		assertThat(aclAt("/top")).isEqualTo(BEFORE);
		assertThat(isThere("/top/a/x")).isTrue();
	}

	@Test
	@DisplayName("TR-23: lists further below are given back too")
	void failureAfterFreezingFurtherBelow() throws Exception {
		int[] created = new int[1];
		Meddler creator = Meddlers.before("multi", 1, creator(created));
		Meddler refuser = Meddlers.fate("multi", 2, Fate.REFUSED);
		assertRefused(() -> delete((request, path) -> {
			creator.before(request, path);
			return refuser.before(request, path);
		}), ZnodeError.NO_AUTH);
		assertThat(aclAt("/top")).isEqualTo(BEFORE);
		assertThat(aclAt("/top/a")).isEqualTo(ZkAcls.open());
		assertThat(statAt("/top/a").aclVersion()).isEqualTo(2);
	}

	@Test
	@DisplayName("TR-23: a lost answer to the freezing leaves the access control list as it was")
	void lostAnswer() throws Exception {
		assertThatExceptionOfType(OutcomeUnknownException.class)
			.isThrownBy(() -> delete(Meddlers.fate("setAcl", 1, Fate.ANSWER_LOST)));
		assertThat(aclAt("/top")).isEqualTo(BEFORE);
		assertThatExceptionOfType(OutcomeUnknownException.class)
			.isThrownBy(() -> delete(Meddlers.fate("setAcl", 1, Fate.REQUEST_LOST)));
		assertThat(aclAt("/top")).isEqualTo(BEFORE);
	}

	@Test
	@DisplayName("TR-23: giving back is tried again when the connection is lost")
	void lostThaw() throws Exception {
		Meddler refuser = Meddlers.fate("multi", 1, Fate.REFUSED);
		Meddler loser = Meddlers.fate("setAcl", 2, Fate.REQUEST_LOST);
		assertRefused(() -> delete((request, path) -> {
			Fate fate = refuser.before(request, path);
			return (fate != Fate.PASSES) ? fate : loser.before(request, path);
		}), ZnodeError.NO_AUTH);
		assertThat(aclAt("/top")).isEqualTo(BEFORE);
	}

	@Test
	@DisplayName("TR-23: a list that can't be given back is warned of")
	void refusedThaw() {
		Meddler refuser = Meddlers.fate("multi", 1, Fate.REFUSED);
		Meddler secondRefuser = Meddlers.fate("setAcl", 2, Fate.REFUSED);
		try (CapturedLog log = CapturedLog.of("io.zkhelper.tree.FrozenNodes", Level.WARN)) {
			assertRefused(() -> delete((request, path) -> {
				Fate fate = refuser.before(request, path);
				return (fate != Fate.PASSES) ? fate : secondRefuser.before(request, path);
			}), ZnodeError.NO_AUTH);
			assertThat(log.messages(Level.WARN)).singleElement()
				.asString()
				.contains("'" + at("/top") + "'", "could not be given back because of NO_AUTH");
		}
	}

	@Test
	@DisplayName("TR-23: a list that somebody has set meanwhile stays")
	void somebodyElse() throws Exception {
		List<ACL> theirs = ZkAcls.allow(Perms.ADMIN | Perms.READ, ZkAcls.anyone());
		assertRefused(() -> delete((request, path) -> {
			if (request.equals("multi")) {
				get(nodes().setAcl(at("/top"), theirs, Change.ANY_VERSION));
				return Fate.REFUSED;
			}
			return Fate.PASSES;
		}), ZnodeError.NO_AUTH);
		assertThat(aclAt("/top")).isEqualTo(theirs);
	}

	@Test
	void aListThatChangesBetweenReadingAndFreezingIsFrozenTheNextTime() throws Exception {
		Meddler creator = Meddlers.before("multi", 1, creator(new int[1]));
		Meddler other = Meddlers.before("setAcl", 1,
				() -> get(nodes().setAcl(at("/top"), ZkAcls.open(), Change.ANY_VERSION)));
		CountDownLatch checked = new CountDownLatch(2);
		delete((request, path) -> {
			other.before(request, path);
			if (request.equals("multi")) {
				checked.countDown();
				assertThat(ZkAcls.isDirectory(aclAt("/top"))).isEqualTo(checked.getCount() == 1);
			}
			return creator.before(request, path);
		});
		assertThat(checked.getCount()).isZero();
		assertThat(isThere("/top")).isFalse();
	}

	@Test
	@DisplayName("TR-23: an interrupt leaves the access control list as it was")
	void interrupted() throws Exception {
		assertThatExceptionOfType(InterruptedException.class)
			.isThrownBy(() -> delete(Meddlers.before("children", 1, () -> {
				Thread.currentThread().interrupt();
				return "done";
			})));
		assertThat(Thread.interrupted()).isFalse();
		assertThat(aclAt("/top")).isEqualTo(BEFORE);
		assertThat(isThere("/top/a/x")).isTrue();
	}

}
