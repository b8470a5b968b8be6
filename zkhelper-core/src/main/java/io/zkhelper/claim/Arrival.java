package io.zkhelper.claim;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import io.zkhelper.session.Answer;
import io.zkhelper.session.Change;
import io.zkhelper.session.EventLoop;
import io.zkhelper.session.Moment;
import io.zkhelper.session.NodeData;
import io.zkhelper.session.Paths;
import io.zkhelper.session.Session;
import io.zkhelper.session.ZnodeError;

/**
 * Creates the node of a contender, and finds it again when the answer was lost.
 */
final class Arrival {

	/**
	 * A directory may be reaped between its making and its use, but hardly that often.
	 */
	private static final int MAX_TRIES = 5;

	private final Session session;

	private final EventLoop loop;

	private final ClaimSpec spec;

	private final int maxDirectories;

	private int directoriesMade;

	Arrival(Session session, EventLoop loop, ClaimSpec spec) {
		this.session = session;
		this.loop = loop;
		this.spec = spec;
		this.maxDirectories = spec.makesDirectory() ? MAX_TRIES : 0;
	}

	void create(String guid, Consumer<Answer<Arrived>> created) {
		Change.Create node = new Change.Create(this.spec.path(this.spec.form().prefix(guid)),
				this.spec.payload().apply(guid), this.spec.form().kind());
		Moment sent = this.loop.now();
		CompletableFuture<Answer<List<String>>> names = new CompletableFuture<>();
		this.session.znodes().create(node, (answer) -> {
			if (answer.failedWith(ZnodeError.NO_NODE) && this.directoriesMade < this.maxDirectories) {
				makeDirectory(guid, created);
			}
			else {
				this.directoriesMade = 0;
				created.accept(answer.map((data) -> new Arrived(contender(data), data.stat().czxid(), sent, names)));
			}
		});
		// Right behind, without waiting: the same server answers both in this order, so
		// that the names show at least everybody who came before
		this.session.znodes().list(this.spec.directory(), names::complete);
	}

	private void makeDirectory(String guid, Consumer<Answer<Arrived>> created) {
		new Directories(this.session.znodes()).ensureContainer(this.spec.directory(), (answer) -> {
			if (answer.isOk()) {
				this.directoriesMade++;
				create(guid, created);
			}
			else if (answer.why().error().isOutcomeUnknown()) {
				this.session.whenConnected(() -> create(guid, created));
			}
			else {
				created.accept(new Answer<>(null, answer.why()));
			}
		});
	}

	private static Contender contender(NodeData node) {
		String name = Paths.nameOf(node.path());
		return Contender.parse(name)
			.orElseThrow(() -> new IllegalStateException("The server has made a node of a strange name: " + name));
	}

	/**
	 * Look for the node, for as long as it takes.
	 * @param guid its identity
	 * @param found takes the node, empty if it does not exist in this session
	 */
	void search(String guid, Consumer<Optional<Arrived>> found) {
		// Without the sync, a server that is behind would not show it: another node would
		// be created, behind the first one, and the process would wait for itself
		this.session.znodes().sync(this.spec.directory(), (synced) -> {
			if (!mustRetry(synced, guid, found)) {
				list(guid, found);
			}
		});
	}

	private void list(String guid, Consumer<Optional<Arrived>> found) {
		this.session.znodes().list(this.spec.directory(), (answer) -> {
			if (!mustRetry(answer, guid, found)) {
				find(guid, answer.isOk() ? answer.value() : List.of(), found);
			}
		});
	}

	private void find(String guid, List<String> names, Consumer<Optional<Arrived>> found) {
		Iterator<Contender> candidates = names.stream()
			.flatMap((name) -> Contender.parse(name).stream())
			.filter((contender) -> this.spec.form().mayBe(contender, guid))
			.iterator();
		tryNext(guid, candidates, found);
	}

	private void tryNext(String guid, Iterator<Contender> candidates, Consumer<Optional<Arrived>> found) {
		if (!candidates.hasNext()) {
			found.accept(Optional.empty());
			return;
		}
		Contender candidate = candidates.next();
		this.session.znodes().read(this.spec.path(candidate.name()), (answer) -> {
			if (mustRetry(answer, guid, found)) {
				return;
			}
			if (answer.isOk() && isOwn(answer.value(), guid)) {
				found.accept(Optional.of(new Arrived(candidate, answer.value().stat().czxid(), null, null)));
			}
			else {
				tryNext(guid, candidates, found);
			}
		});
	}

	// A node of an earlier session looks the same, but goes at any moment
	private boolean isOwn(NodeData node, String guid) {
		boolean ofThisSession = !this.spec.form().isEphemeral() || this.session.owns(node.stat());
		return ofThisSession && this.spec.form().isOf(node.data(), guid);
	}

	private boolean mustRetry(Answer<?> answer, String guid, Consumer<Optional<Arrived>> found) {
		boolean lost = !answer.isOk() && answer.why().error().isOutcomeUnknown();
		if (lost) {
			this.session.whenConnected(() -> search(guid, found));
		}
		return lost;
	}

}
