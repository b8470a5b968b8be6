package io.zkhelper.test.contract;

import java.util.List;
import java.util.Optional;

import io.zkhelper.session.Change;
import io.zkhelper.session.NodeData;
import io.zkhelper.session.NodeKind;
import io.zkhelper.session.NodeStat;
import io.zkhelper.session.WatchEvent;
import io.zkhelper.session.ZnodeError;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whom changes are told to.
 */
abstract class WatchContract extends Contract {

	private Actor other;

	WatchContract(Stage stage) {
		super(stage);
	}

	@BeforeEach
	void openOther() {
		this.other = newActor();
		this.other.create(path("a"), NodeKind.PERSISTENT);
	}

	@Test
	void aWatchReads() {
		Watched<NodeData> watch = this.actor.watch(path("a"));
		assertThat(watch.answer().value().data()).asString().isEqualTo("data");
		assertThat(watch.count()).isZero();
	}

	@Test
	void aWatchFiresOnceWhenTheDataChange() {
		Watched<NodeData> watch = this.actor.watch(path("a"));
		this.other.setData(path("a"), "data");
		watch.awaitFired();
		this.other.setData(path("a"), "again");
		this.other.delete(path("a"), Change.ANY_VERSION);
		this.actor.settle();
		assertThat(watch.count()).isEqualTo(1);
		assertThat(watch.event()).contains(WatchEvent.CHANGED);
	}

	@Test
	void aWatchFiresWhenTheNodeGoes() {
		Watched<NodeData> watch = this.actor.watch(path("a"));
		this.other.delete(path("a"), Change.ANY_VERSION);
		watch.awaitFired();
		assertThat(watch.event()).contains(WatchEvent.DELETED);
	}

	@Test
	void aWatchFiresWhenTheOwnerGoes() {
		this.other.create(path("e"), NodeKind.EPHEMERAL);
		Watched<NodeData> watch = this.actor.watch(path("e"));
		Watched<List<String>> children = this.actor.watchChildren(this.root);
		this.other.closeHandle();
		watch.awaitFired();
		children.awaitFired();
	}

	@Test
	void aWatchOnDataDoesNotFireForChildren() {
		Watched<NodeData> watch = this.actor.watch(path("a"));
		this.other.create(path("a/b"), NodeKind.PERSISTENT);
		this.actor.settle();
		assertThat(watch.count()).isZero();
	}

	@Test
	void nothingIsWatchedWithoutANode() {
		Watched<NodeData> watch = this.actor.watch(path("x"));
		Watched<List<String>> children = this.actor.watchChildren(path("x"));
		assertThat(watch.answer().failedWith(ZnodeError.NO_NODE)).isTrue();
		assertThat(children.answer().failedWith(ZnodeError.NO_NODE)).isTrue();
		this.other.create(path("x"), NodeKind.PERSISTENT);
		this.other.create(path("x/y"), NodeKind.PERSISTENT);
		this.actor.settle();
		assertThat(watch.count() + children.count()).isZero();
	}

	@Test
	void anAbsentNodeCanBeAwaited() {
		Watched<Optional<NodeStat>> watch = this.actor.watchExistence(path("x"));
		assertThat(watch.answer().value()).isEmpty();
		this.other.create(path("x"), NodeKind.PERSISTENT);
		watch.awaitFired();
		this.other.setData(path("x"), "x");
		this.actor.settle();
		assertThat(watch.count()).isEqualTo(1);
		assertThat(watch.event()).contains(WatchEvent.CREATED);
	}

	@Test
	void theExistenceOfANodeChangesWithItsData() {
		Watched<Optional<NodeStat>> changed = this.actor.watchExistence(path("a"));
		assertThat(changed.answer().value()).isPresent();
		this.other.setData(path("a"), "x");
		changed.awaitFired();
		Watched<Optional<NodeStat>> gone = this.actor.watchExistence(path("a"));
		this.other.delete(path("a"), Change.ANY_VERSION);
		gone.awaitFired();
		assertThat(changed.event()).contains(WatchEvent.CHANGED);
		assertThat(gone.event()).contains(WatchEvent.DELETED);
	}

	@Test
	void aWaitForANodeCanBeGivenUp() {
		Watched<Optional<NodeStat>> watch = this.actor.watchExistence(path("x"));
		watch.cancel();
		this.other.create(path("x"), NodeKind.PERSISTENT);
		this.actor.settle();
		assertThat(watch.count()).isZero();
	}

	@Test
	void aWaitForANodeOutlivesAReconnect() {
		Watched<Optional<NodeStat>> early = this.actor.watchExistence(path("e"));
		Watched<Optional<NodeStat>> late = this.actor.watchExistence(path("x"));
		stage().dropConnections();
		this.other.awaitReconnected();
		this.other.create(path("e"), NodeKind.PERSISTENT);
		early.awaitFired();
		this.actor.awaitReconnected();
		this.actor.settle();
		assertThat(late.count()).isZero();
		this.other.create(path("x"), NodeKind.PERSISTENT);
		late.awaitFired();
	}

	@Test
	void aWatchOnChildrenFiresOnceWhenOneComesOrGoes() {
		Watched<List<String>> come = this.actor.watchChildren(this.root);
		assertThat(come.answer().value()).containsExactly("a");
		this.other.create(path("b"), NodeKind.PERSISTENT);
		come.awaitFired();
		Watched<List<String>> go = this.actor.watchChildren(this.root);
		this.other.delete(path("b"), Change.ANY_VERSION);
		go.awaitFired();
		this.actor.settle();
		assertThat(come.count() + go.count()).isEqualTo(2);
	}

	@Test
	void aWatchOnChildrenFiresWhenTheParentGoes() {
		Watched<List<String>> watch = this.actor.watchChildren(path("a"));
		this.other.delete(path("a"), Change.ANY_VERSION);
		watch.awaitFired();
	}

	@Test
	void aWatchOnChildrenDoesNotFireForData() {
		Watched<List<String>> watch = this.actor.watchChildren(this.root);
		this.other.setData(path("a"), "x");
		this.other.setData(this.root, "x");
		this.other.create(path("a/b"), NodeKind.PERSISTENT);
		this.actor.settle();
		assertThat(watch.count()).isZero();
	}

	@Test
	void everyWatchOfANodeFires() {
		List<Watched<NodeData>> watches = List.of(this.actor.watch(path("a")), this.actor.watch(path("a")),
				this.other.watch(path("a")));
		this.other.setData(path("a"), "x");
		watches.forEach(Watched::awaitFired);
	}

	@Test
	void aMultiFiresToo() {
		Watched<NodeData> watch = this.actor.watch(path("a"));
		Watched<List<String>> children = this.actor.watchChildren(this.root);
		this.other.multi(setting(path("a"), "x", 0), creating(path("b")));
		watch.awaitFired();
		children.awaitFired();
	}

	@Test
	void aFailedMultiFiresNothing() {
		Watched<NodeData> watch = this.actor.watch(path("a"));
		this.other.multi(setting(path("a"), "x", 0), new Change.Check(path("x"), 0));
		this.other.multi(new Change.Check(path("a"), 0));
		this.actor.settle();
		assertThat(watch.count()).isZero();
	}

	@Test
	void aWatchGivenUpDoesNotFire() {
		Watched<NodeData> watch = this.actor.watch(path("a"));
		Watched<NodeData> kept = this.actor.watch(path("a"));
		watch.cancel();
		watch.cancel();
		this.other.setData(path("a"), "x");
		kept.awaitFired();
		kept.cancel();
		this.actor.settle();
		assertThat(watch.count()).isZero();
	}

	@Test
	void aWatchFiresBeforeTheChangeIsRead() {
		Watched<NodeData> watch = this.actor.watch(path("a"));
		this.actor.setData(path("a"), "x");
		assertThat(watch.count()).isEqualTo(1);
	}

	@Test
	void aWatchOutlivesAReconnect() {
		Watched<NodeData> watch = this.actor.watch(path("a"));
		stage().dropConnections();
		this.actor.awaitReconnected();
		this.actor.settle();
		assertThat(watch.count()).isZero();
		this.other.awaitReconnected();
		this.other.setData(path("a"), "x");
		watch.awaitFired();
	}

	@Test
	void aWatchTellsOfWhatHappenedMeanwhile() {
		this.other.create(path("e"), NodeKind.EPHEMERAL);
		Watched<NodeData> gone = this.actor.watch(path("e"));
		Watched<List<String>> children = this.actor.watchChildren(this.root);
		Watched<NodeData> untouched = this.actor.watch(path("a"));
		stage().expireOwnerOf(path("e"));
		stage().dropConnections();
		gone.awaitFired();
		assertThat(gone.event()).contains(WatchEvent.DELETED);
		children.awaitFired();
		this.actor.awaitReconnected();
		this.actor.settle();
		assertThat(untouched.count()).isZero();
	}

}
