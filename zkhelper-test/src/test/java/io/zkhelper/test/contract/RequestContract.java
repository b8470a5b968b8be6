package io.zkhelper.test.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import io.zkhelper.session.Answer;
import io.zkhelper.session.Change;
import io.zkhelper.session.NodeAcl;
import io.zkhelper.session.NodeData;
import io.zkhelper.session.NodeKind;
import io.zkhelper.session.NodeStat;
import io.zkhelper.session.Refusal;
import io.zkhelper.session.ZnodeError;
import org.apache.zookeeper.ZooDefs.Ids;
import org.apache.zookeeper.ZooDefs.Perms;
import org.apache.zookeeper.data.ACL;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * What single requests do.
 */
abstract class RequestContract extends Contract {

	RequestContract(Stage stage) {
		super(stage);
	}

	@Test
	void createAnswersWithTheNode() {
		NodeData created = this.actor.create(path("a"), NodeKind.PERSISTENT).value();
		assertThat(created.path()).isEqualTo(path("a"));
		assertThat(created.data()).asString().isEqualTo("data");
		assertThat(created.stat().czxid()).isPositive().isEqualTo(created.stat().mzxid());
		assertThat(created.stat().version()).isZero();
		assertThat(created.stat().ephemeralOwner()).isZero();
		assertThat(this.actor.read(path("a")).value().stat()).isEqualTo(created.stat());
	}

	@Test
	void anEphemeralNodeKnowsItsOwner() {
		NodeData created = this.actor.create(path("a"), NodeKind.EPHEMERAL).value();
		assertThat(created.stat().ephemeralOwner()).isEqualTo(this.actor.session());
	}

	@Test
	void everyCreateCountsForSequentialNames() {
		assertThat(sequential("first")).isEqualTo(path("first0000000000"));
		this.actor.create(path("plain"), NodeKind.PERSISTENT);
		String third = sequential("x-");
		assertThat(third).isEqualTo(path("x-0000000002"));
		this.actor.delete(third, Change.ANY_VERSION);
		assertThat(sequential("x-")).isEqualTo(path("x-0000000003"));
		assertThat(sequential("")).isEqualTo(path("0000000004"));
	}

	@Test
	void failedCreatesDoNotCount() {
		this.actor.create(path("a"), NodeKind.PERSISTENT);
		this.actor.create(path("a"), NodeKind.PERSISTENT);
		this.actor.multi(creating(path("b")), creating(path("a")));
		assertThat(sequential("x-")).isEqualTo(path("x-0000000001"));
	}

	private String sequential(String prefix) {
		return this.actor.create(path(prefix), NodeKind.EPHEMERAL_SEQUENTIAL).value().path();
	}

	@Test
	void createRefuses() {
		this.actor.create(path("e"), NodeKind.EPHEMERAL);
		assertRefused(this.actor.create(path("e"), NodeKind.PERSISTENT), ZnodeError.NODE_EXISTS, path("e"));
		assertRefused(this.actor.create(path("x/y"), NodeKind.PERSISTENT), ZnodeError.NO_NODE, path("x/y"));
		assertRefused(this.actor.create(path("e/x"), NodeKind.PERSISTENT), ZnodeError.NO_CHILDREN_FOR_EPHEMERALS,
				path("e/x"));
		assertRefused(this.actor.create(path("x/y-"), NodeKind.PERSISTENT_SEQUENTIAL), ZnodeError.NO_NODE,
				path("x/y-"));
	}

	@Test
	void deleteDeletes() {
		this.actor.create(path("a"), NodeKind.PERSISTENT);
		assertThat(this.actor.delete(path("a"), 0).value()).isEqualTo(path("a"));
		assertRefused(this.actor.read(path("a")), ZnodeError.NO_NODE, path("a"));
		assertThat(this.actor.list(this.root).value()).isEmpty();
	}

	@Test
	void deleteRefuses() {
		this.actor.create(path("a"), NodeKind.PERSISTENT);
		this.actor.create(path("a/b"), NodeKind.PERSISTENT);
		assertRefused(this.actor.delete(path("x"), 0), ZnodeError.NO_NODE, path("x"));
		assertRefused(this.actor.delete(path("x/y"), 0), ZnodeError.NO_NODE, path("x/y"));
		assertRefused(this.actor.delete(path("a"), 1), ZnodeError.BAD_VERSION, path("a"));
		assertRefused(this.actor.delete(path("a"), 0), ZnodeError.NOT_EMPTY, path("a"));
		assertRefused(this.actor.delete("/", Change.ANY_VERSION), ZnodeError.BAD_ARGUMENTS, "/");
	}

	@Test
	void listNamesTheChildren() {
		this.actor.create(path("a"), NodeKind.PERSISTENT);
		this.actor.create(path("b"), NodeKind.CONTAINER);
		this.actor.create(path("a/c"), NodeKind.PERSISTENT);
		assertThat(this.actor.list(this.root).value()).containsExactlyInAnyOrder("a", "b");
		assertThat(this.actor.list(path("b")).value()).isEmpty();
		assertRefused(this.actor.list(path("x")), ZnodeError.NO_NODE, path("x"));
	}

	@Test
	void aStatCountsWhatHappenedToChildrenAndData() {
		this.actor.create(path("a"), NodeKind.PERSISTENT);
		for (int i = 0; i < 4; i++) {
			this.actor.create(path("a/" + i), NodeKind.PERSISTENT);
		}
		this.actor.delete(path("a/0"), Change.ANY_VERSION);
		this.actor.setData(path("a"), "longer data");
		NodeStat stat = this.actor.stat(path("a"));
		assertThat(stat.childrenVersion()).isEqualTo(5);
		assertThat(stat.childCount()).isEqualTo(3);
		assertThat(stat.dataLength()).isEqualTo(11);
		assertThat(stat.pzxid()).isBetween(stat.czxid() + 1, stat.mzxid() - 1);
		assertThat(stat.modified()).isAfterOrEqualTo(stat.created());
		assertThat(this.actor.stat(path("a/1")).pzxid()).isEqualTo(this.actor.stat(path("a/1")).czxid());
	}

	@Test
	void anAbsentNodeIsNoError() {
		assertThat(this.actor.exists(path("x")).value()).isEmpty();
		assertThat(this.actor.exists(path("x/y")).value()).isEmpty();
	}

	@Test
	void accessControlListsHaveVersionsOfTheirOwn() {
		this.actor.create(path("a"), NodeKind.PERSISTENT);
		this.actor.setData(path("a"), "x");
		List<ACL> acl = List.of(new ACL(Perms.ADMIN | Perms.READ | Perms.WRITE, Ids.ANYONE_ID_UNSAFE));
		assertRefused(this.actor.setAcl(path("a"), acl, 1), ZnodeError.BAD_VERSION, path("a"));
		assertThat(this.actor.setAcl(path("a"), acl, 0).value().aclVersion()).isEqualTo(1);
		NodeAcl read = this.actor.readAcl(path("a")).value();
		assertThat(read.acl()).isEqualTo(acl);
		assertThat(read.stat().aclVersion()).isEqualTo(1);
		assertRefused(this.actor.create(path("a/b"), NodeKind.PERSISTENT), ZnodeError.NO_AUTH, path("a/b"));
	}

	@Test
	void accessControlListsAreRefused() {
		List<ACL> readOnly = List.of(new ACL(Perms.READ, Ids.ANYONE_ID_UNSAFE));
		assertRefused(this.actor.setAcl(path("x"), readOnly, 0), ZnodeError.NO_NODE, path("x"));
		assertRefused(this.actor.readAcl(path("x")), ZnodeError.NO_NODE, path("x"));
		this.actor.create(path("a"), NodeKind.PERSISTENT);
		assertRefused(this.actor.setAcl(path("a"), List.of(), 0), ZnodeError.INVALID_ACL, path("a"));
		this.actor.setAcl(path("a"), readOnly, Change.ANY_VERSION);
		assertRefused(this.actor.setAcl(path("a"), Ids.OPEN_ACL_UNSAFE, 1), ZnodeError.NO_AUTH, path("a"));
		assertThat(this.actor.exists(path("a")).value()).isPresent();
	}

	@Test
	void whoMustNotReadIsNotToldThatANodeExists() {
		this.actor.create(path("a"), NodeKind.PERSISTENT);
		this.actor.setAcl(path("a"), List.of(new ACL(Perms.ALL & ~Perms.READ, Ids.ANYONE_ID_UNSAFE)), 0);
		assertRefused(this.actor.exists(path("a")), ZnodeError.NO_AUTH, path("a"));
		assertRefused(this.actor.watchExistence(path("a")).answer(), ZnodeError.NO_AUTH, path("a"));
	}

	@Test
	void syncAnswersEvenWithoutANode() {
		assertThat(this.actor.sync(path("x")).value()).isEqualTo(path("x"));
	}

	@Test
	void multiAnswersForEachChangeInOrder() {
		NodeData node = this.actor.create(path("a"), NodeKind.PERSISTENT).value();
		List<NodeStat> results = this.actor
			.multi(new Change.Check(path("a"), 0), setting(path("a"), "other", 0), creating(path("b")),
					new Change.Delete(path("b"), 0))
			.value();
		NodeStat none = NodeStat.NONE;
		assertThat(results).hasSize(4).element(1).isEqualTo(this.actor.read(path("a")).value().stat());
		assertThat(results).element(0).isEqualTo(none);
		assertThat(results.subList(2, 4)).containsOnly(none);
		assertThat(results.get(1).mzxid()).isGreaterThan(node.stat().mzxid());
		assertThat(results.get(1).version()).isEqualTo(1);
	}

	@Test
	void allOfAMultiShareATransaction() {
		NodeStat set = this.actor.multi(creating(path("a")), creating(path("b")), setting(path("a"), "x", 0))
			.value()
			.get(2);
		assertThat(this.actor.read(path("b")).value().stat().czxid()).isEqualTo(set.mzxid()).isEqualTo(set.czxid());
	}

	@Test
	void multiAppliesAllOrNothing() {
		this.actor.create(path("a"), NodeKind.PERSISTENT);
		Answer<?> answer = this.actor.multi(setting(path("a"), "other", 0), creating(path("b")),
				new Change.Check(path("x"), Change.ANY_VERSION), new Change.Delete(path("y"), 0));
		assertRefused(answer, ZnodeError.NO_NODE, path("x"));
		assertThat(this.actor.read(path("a")).value().stat().version()).isZero();
		assertThat(this.actor.list(this.root).value()).containsExactly("a");
	}

	@Test
	void multiNamesTheFirstThatFails() {
		this.actor.create(path("a"), NodeKind.PERSISTENT);
		assertRefused(this.actor.multi(new Change.Check(path("a"), 5), creating(path("a"))), ZnodeError.BAD_VERSION,
				path("a"));
		assertRefused(this.actor.multi(creating(path("b")), setting(path("a"), "x", 3)), ZnodeError.BAD_VERSION,
				path("a"));
		assertRefused(this.actor.multi(creating(path("x/y"))), ZnodeError.NO_NODE, path("x/y"));
	}

	@Test
	void multiSeesItsOwnChanges() {
		Answer<?> answer = this.actor.multi(creating(path("a")), setting(path("a"), "x", 0), setting(path("a"), "y", 1),
				new Change.Check(path("a"), 2), new Change.Delete(path("a"), 2));
		assertThat(answer.isOk()).isTrue();
		assertThat(this.actor.list(this.root).value()).isEmpty();
	}

	@Test
	void theSameDataAreAChangeAsWell() {
		this.actor.create(path("a"), NodeKind.PERSISTENT);
		assertThat(this.actor.setData(path("a"), "data").version()).isEqualTo(1);
	}

	@Test
	void answersComeInTheOrderOfRequests() {
		List<Integer> order = new ArrayList<>();
		List<Asked<NodeData>> asked = IntStream.range(0, 50)
			.mapToObj((i) -> this.actor.<NodeData>ask((answer) -> this.actor.znodes()
				.create(new Change.Create(path("n-"), new byte[0], NodeKind.EPHEMERAL_SEQUENTIAL), (created) -> {
					order.add(i);
					answer.accept(created);
				})))
			.toList();
		List<String> names = asked.stream().map((each) -> each.answer().value().path()).toList();
		assertThat(names).isSorted().doesNotHaveDuplicates();
		assertThat(order).isSorted().hasSize(50);
	}

	@Test
	void aListSeesTheCreateSentBeforeIt() {
		this.actor.znodes().create(creating(path("a")), (answer) -> {
		});
		assertThat(this.actor.list(this.root).value()).containsExactly("a");
	}

	@Test
	void transactionsAreNumberedInOrder() {
		NodeStat first = this.actor.create(path("a"), NodeKind.PERSISTENT).value().stat();
		NodeStat second = newActor().create(path("b"), NodeKind.PERSISTENT).value().stat();
		NodeStat third = this.actor.setData(path("b"), "x");
		assertThat(second.czxid()).isGreaterThan(first.czxid()).isLessThan(third.mzxid());
		assertThat(third.czxid()).isEqualTo(second.czxid());
	}

	@Test
	void pathsMustBeValid() {
		for (String path : List.of("", "a", "/a//b", "/a/", "/a/../b")) {
			assertThatIllegalArgumentException().as(path).isThrownBy(() -> this.actor.read(path));
		}
	}

	private static void assertRefused(Answer<?> answer, ZnodeError error, String path) {
		assertThat(answer.refusal()).isEqualTo(new Refusal(error, path));
	}

}
