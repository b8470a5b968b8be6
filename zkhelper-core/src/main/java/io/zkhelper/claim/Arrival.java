package io.zkhelper.claim;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import io.zkhelper.session.Answer;
import io.zkhelper.session.Change;
import io.zkhelper.session.NodeData;
import io.zkhelper.session.NodeKind;
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

	private final ClaimSpec spec;

	private int directoriesMade;

	Arrival(Session session, ClaimSpec spec) {
		this.session = session;
		this.spec = spec;
	}

	void create(String guid, Consumer<Answer<Contender>> created) {
		Change.Create node = new Change.Create(this.spec.prefix(guid), this.spec.payload(),
				NodeKind.EPHEMERAL_SEQUENTIAL);
		this.session.znodes().create(node, (answer) -> {
			if (answer.failedWith(ZnodeError.NO_NODE) && this.directoriesMade < MAX_TRIES) {
				makeDirectory(guid, created);
			}
			else {
				this.directoriesMade = 0;
				created.accept(answer.map(Arrival::contender));
			}
		});
	}

	private void makeDirectory(String guid, Consumer<Answer<Contender>> created) {
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
	void search(String guid, Consumer<Optional<Contender>> found) {
		// Without the sync, a server that is behind would not show it: another node would
		// be created, behind the first one, and the process would wait for itself
		this.session.znodes().sync(this.spec.directory(), (synced) -> {
			if (!mustRetry(synced, guid, found)) {
				list(guid, found);
			}
		});
	}

	private void list(String guid, Consumer<Optional<Contender>> found) {
		this.session.znodes().list(this.spec.directory(), (answer) -> {
			if (!mustRetry(answer, guid, found)) {
				find(guid, answer.isOk() ? answer.value() : List.of(), found);
			}
		});
	}

	private void find(String guid, List<String> names, Consumer<Optional<Contender>> found) {
		names.stream()
			.flatMap((name) -> Contender.parse(name).stream())
			.filter((contender) -> contender.hasGuid(guid))
			.findFirst()
			.ifPresentOrElse((contender) -> requireOwn(guid, contender, found), () -> found.accept(Optional.empty()));
	}

	// A node of an earlier session looks the same, but goes at any moment
	private void requireOwn(String guid, Contender contender, Consumer<Optional<Contender>> found) {
		this.session.znodes().read(this.spec.path(contender.name()), (answer) -> {
			if (!mustRetry(answer, guid, found)) {
				boolean own = answer.isOk() && this.session.owns(answer.value().stat());
				found.accept(Optional.of(contender).filter((candidate) -> own));
			}
		});
	}

	private boolean mustRetry(Answer<?> answer, String guid, Consumer<Optional<Contender>> found) {
		boolean lost = !answer.isOk() && answer.why().error().isOutcomeUnknown();
		if (lost) {
			this.session.whenConnected(() -> search(guid, found));
		}
		return lost;
	}

}
