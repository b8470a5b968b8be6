package io.zkhelper.test.contract;

import java.util.List;
import java.util.Optional;

import io.zkhelper.session.Answer;
import io.zkhelper.session.Change;
import io.zkhelper.session.NodeData;
import io.zkhelper.session.NodeKind;
import io.zkhelper.session.NodeStat;
import io.zkhelper.session.WatchEvent;
import io.zkhelper.session.ZnodeError;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What two older in-memory ZooKeepers were tested for, with the answers of the real
 * server where theirs were others.
 */
abstract class OlderFakesContract extends Contract {

	OlderFakesContract(Stage stage) {
		super(stage);
	}

	@Test
	@DisplayName("TA-02, TC-20: nodes are created, read, changed in their version, and deleted")
	void basics() {
		String foo = path("foo");
		this.actor.create(new Change.Create(foo, Actor.bytes("foo"), NodeKind.PERSISTENT));
		assertThat(textOf(foo)).isEqualTo("foo");
		this.actor.setData(foo, "bar");
		assertThat(textOf(foo)).isEqualTo("bar");
		assertRefused(this.actor.multi(setting(foo, "baz", 0)), ZnodeError.BAD_VERSION);
		assertRefused(this.actor.create(foo, NodeKind.PERSISTENT), ZnodeError.NODE_EXISTS);
		assertThat(textOf(foo)).isEqualTo("bar");
		assertThat(this.actor.exists(foo).value()).isPresent();
		assertThat(this.actor.delete(foo, Change.ANY_VERSION).isOk()).isTrue();
		assertThat(this.actor.exists(foo).value()).isEmpty();
	}

	@Test
	@DisplayName("TA-02, TC-20: what is not there is not read, not changed, and is no parent")
	void basicsOfAbsentNodes() {
		assertRefused(this.actor.read(path("x")), ZnodeError.NO_NODE);
		assertRefused(this.actor.multi(setting(path("x"), "x", Change.ANY_VERSION)), ZnodeError.NO_NODE);
		assertRefused(this.actor.create(path("a/b/c"), NodeKind.PERSISTENT), ZnodeError.NO_NODE);
		assertThat(this.actor.list(this.root).value()).isEmpty();
	}

	private String textOf(String path) {
		return new String(this.actor.read(path).value().data());
	}

	private static void assertRefused(Answer<?> answer, ZnodeError error) {
		assertThat(answer.failedWith(error)).as("%s is %s", answer, error).isTrue();
	}

	@Test
	@DisplayName("TA-03, TC-21: children are listed")
	void children() {
		this.actor.create(path("foo"), NodeKind.PERSISTENT);
		this.actor.create(path("bar"), NodeKind.PERSISTENT);
		assertThat(this.actor.list(this.root).value().stream().sorted()).containsExactly("bar", "foo");
	}

	@Test
	@DisplayName("TA-04, TC-22: who watches for a node is told when it goes")
	void watchOfADelete() {
		this.actor.create(path("a"), NodeKind.PERSISTENT);
		Watched<Optional<NodeStat>> watch = this.actor.watchExistence(path("a"));
		this.actor.delete(path("a"), Change.ANY_VERSION);
		assertFiredOnce(watch, WatchEvent.DELETED);
	}

	@Test
	@DisplayName("TA-04, TC-22: who watches for a node that is not there is told when it comes")
	void watchOfACreate() {
		Watched<Optional<NodeStat>> watch = this.actor.watchExistence(path("a"));
		this.actor.create(path("a"), NodeKind.PERSISTENT);
		assertFiredOnce(watch, WatchEvent.CREATED);
	}

	@Test
	@DisplayName("TA-04, TC-22: who watches children is told when one comes")
	void watchOfAChild() {
		Watched<List<String>> watch = this.actor.watchChildren(this.root);
		this.actor.create(path("a"), NodeKind.PERSISTENT);
		this.actor.settle();
		assertThat(watch.count()).isEqualTo(1);
	}

	@Test
	@DisplayName("TA-04, TC-22: who watches data is told when they change")
	void watchOfData() {
		this.actor.create(path("a"), NodeKind.PERSISTENT);
		Watched<NodeData> watch = this.actor.watch(path("a"));
		this.actor.setData(path("a"), "other");
		assertFiredOnce(watch, WatchEvent.CHANGED);
	}

	@Test
	@DisplayName("TA-04, TC-22: a delete tells who watches for the node and who watches its parent's children")
	void watchesOfOneDelete() {
		this.actor.create(path("a"), NodeKind.PERSISTENT);
		Watched<Optional<NodeStat>> watch = this.actor.watchExistence(path("a"));
		Watched<List<String>> children = this.actor.watchChildren(this.root);
		this.actor.delete(path("a"), Change.ANY_VERSION);
		assertFiredOnce(watch, WatchEvent.DELETED);
		assertThat(children.count()).isEqualTo(1);
	}

	private void assertFiredOnce(Watched<?> watch, WatchEvent event) {
		this.actor.settle();
		assertThat(watch.count()).isEqualTo(1);
		assertThat(watch.event()).contains(event);
	}

	@Test
	@DisplayName("TA-05, TC-23: sequences count from 0, whatever the prefix, and deletes take nothing back")
	void sequence() {
		assertThat(sequential("")).isEqualTo(path("0000000000"));
		assertThat(sequential("")).isEqualTo(path("0000000001"));
		this.actor.delete(path("0000000001"), Change.ANY_VERSION);
		assertThat(sequential("")).isEqualTo(path("0000000002"));
		assertThat(sequential("action_")).isEqualTo(path("action_0000000003"));
	}

	private String sequential(String prefix) {
		return this.actor.create(path(prefix), NodeKind.PERSISTENT_SEQUENTIAL).value().path();
	}

}
