package io.zkhelper.presence;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import io.zkhelper.session.Answer;
import io.zkhelper.session.Change;
import io.zkhelper.session.Directories;
import io.zkhelper.session.NodeKind;
import io.zkhelper.session.NodeStat;
import io.zkhelper.session.Paths;
import io.zkhelper.session.Znodes;
import io.zkhelper.session.ZnodeError;

/**
 * The changes that a presence makes, each one transaction.
 */
final class Writes {

	private static final byte[] EMPTY = new byte[0];

	private final Subject subject;

	private final Znodes znodes;

	private boolean stopped;

	Writes(Subject subject, Znodes znodes) {
		this.subject = subject;
		this.znodes = znodes;
	}

	/**
	 * Create no node any more: one that is asked for after the end would come behind what
	 * looks for it, and stay.
	 */
	void stop() {
		this.stopped = true;
	}

	/**
	 * Create the node where there is none, and its parents if they are missing.
	 */
	void create(Consumer<Answer<List<NodeStat>>> done) {
		this.znodes.multi(creation(), (answer) -> {
			if (answer.failedWith(ZnodeError.NO_NODE)) {
				createBelow(done);
			}
			else {
				done.accept(answer);
			}
		});
	}

	private void createBelow(Consumer<Answer<List<NodeStat>>> done) {
		makeParent((made) -> {
			if (!made.isOk()) {
				done.accept(new Answer<>(null, made.why()));
			}
			else if (!this.stopped) {
				this.znodes.multi(creation(), done);
			}
		});
	}

	private void makeParent(Consumer<Answer<String>> done) {
		Directories directories = new Directories(this.znodes);
		String parent = Paths.parentOf(this.subject.path());
		if (this.subject.isOnTop()) {
			directories.ensure(new Change.Create(parent, EMPTY, NodeKind.PERSISTENT), done);
		}
		else {
			directories.ensureContainer(parent, done);
		}
	}

	/**
	 * Create the node in place of another.
	 * @param version the version of the other
	 */
	void replace(int version, Consumer<Answer<List<NodeStat>>> done) {
		List<Change> changes = new ArrayList<>();
		changes.add(new Change.Delete(this.subject.path(), version));
		changes.addAll(creation());
		this.znodes.multi(changes, done);
	}

	void setData(int version, Consumer<Answer<List<NodeStat>>> done) {
		this.znodes.multi(List.of(new Change.SetData(this.subject.path(), this.subject.content().send(), version)),
				done);
	}

	private List<Change> creation() {
		String path = this.subject.path();
		byte[] data = this.subject.content().send();
		Change create = new Change.Create(path, data, NodeKind.EPHEMERAL);
		return (this.subject.memory().firstVersion() == 0) ? List.of(create)
				: List.of(create, new Change.SetData(path, data, 0));
	}

}
