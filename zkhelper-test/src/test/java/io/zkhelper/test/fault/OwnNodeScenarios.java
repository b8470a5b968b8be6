package io.zkhelper.test.fault;

import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

import io.zkhelper.lock.LockLostException;
import io.zkhelper.lock.LockOptions;
import io.zkhelper.session.CommitResult;
import io.zkhelper.session.CommitResult.Committed;
import io.zkhelper.session.CommitResult.Refused;
import io.zkhelper.session.Guard;
import io.zkhelper.session.ZnodeError;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.Op;
import org.apache.zookeeper.ZooDefs.Ids;

/**
 * What users do to nodes of their own.
 */
final class OwnNodeScenarios {

	private OwnNodeScenarios() {
	}

	static List<Scenario> all() {
		return List.of(new Scenario("a node of one's own is waited for", OwnNodeScenarios::queueLock),
				new Scenario("a transaction guarded by a lock", OwnNodeScenarios::commitWithLock),
				new Scenario("a transaction guarded by a leadership", OwnNodeScenarios::commitAsLeader));
	}

	private static void queueLock(Course course) {
		String turns = course.root() + "/turns/turn-";
		String first = course.stranger().make(turns);
		String second = course.stranger().make(turns);
		Actor a = course.actor("a");
		Request<Void> turn = new Request<>(() -> a.locks().queueLock(second).awaitAsync());
		Request<Void> none = new Request<>(() -> a.locks().queueLock(first).awaitAsync());
		course.await("the first one is first", none::isAnswered);
		course.stranger().remove(first);
		course.await("the second one is first", turn::isAnswered);
		course.stranger().remove(second);
	}

	private static void commitWithLock(Course course) {
		Actor a = course.actor("a");
		Want want = LockScenarios.take(course, a, LockOptions.DEFAULT);
		commit(course, a, () -> want.isHeld() ? want.held().guard() : null);
	}

	private static void commitAsLeader(Course course) {
		Actor a = course.actor("a");
		Candidate candidate = ElectionScenarios.lead(course, a);
		commit(course, a, () -> candidate.election().leadership().map((term) -> term.guard()).orElse(null));
	}

	/**
	 * Make a node exactly once, whatever is lost.
	 */
	private static void commit(Course course, Actor actor, Supplier<Guard> guard) {
		Op change = Op.create(course.root() + "/written-", new byte[0], Ids.OPEN_ACL_UNSAFE, CreateMode.PERSISTENT);
		Request<CommitResult> written = new Request<>(() -> commit(actor, guard, change));
		course.await("it is written", () -> written.isAnswered() && isApplied(written));
		if (course.children("").stream().noneMatch((name) -> name.equals("written-"))) {
			course.violated(Verdict.FAILED, "what was committed is not there");
		}
	}

	private static CompletionStage<CommitResult> commit(Actor actor, Supplier<Guard> guard, Op change) {
		try {
			Guard proof = guard.get();
			return (proof != null) ? actor.client().commit(proof, List.of(change)) : Request.unanswered();
		}
		catch (LockLostException ex) {
			return Request.unanswered();
		}
	}

	// Who does not know finds it there when trying again
	private static boolean isApplied(Request<CommitResult> written) {
		CommitResult result = written.answer();
		if (result instanceof Committed
				|| result instanceof Refused refused && refused.refusal().error() == ZnodeError.NODE_EXISTS) {
			return true;
		}
		written.askAgain();
		return false;
	}

}
