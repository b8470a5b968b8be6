package io.zkhelper.claim;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import io.zkhelper.session.NodeData;
import io.zkhelper.session.Session;

/**
 * Looks for the node of a contender of which nobody knows whether the server has created
 * it, for as long as it takes.
 */
final class OwnNodeSearch {

	private final Session session;

	private final ClaimSpec spec;

	private final String identity;

	private final Consumer<Optional<NodeData>> found;

	/**
	 * Create a search.
	 * @param session in which the node was to be created
	 * @param spec what it is for
	 * @param identity the identity of the contender
	 * @param found takes the node, empty if it does not exist in this session
	 */
	OwnNodeSearch(Session session, ClaimSpec spec, String identity, Consumer<Optional<NodeData>> found) {
		this.session = session;
		this.spec = spec;
		this.identity = identity;
		this.found = found;
	}

	void start() {
		// Without the sync, a server that is behind would not show it: another node would
		// be created, behind the first one, and the process would wait for itself
		this.session.znodes().sync(this.spec.directory(), (synced) -> {
			if (!this.session.retryIfUnknown(synced, this::start)) {
				list();
			}
		});
	}

	private void list() {
		this.session.znodes().list(this.spec.directory(), (answer) -> {
			if (!this.session.retryIfUnknown(answer, this::start)) {
				find(answer.isOk() ? answer.value() : List.of());
			}
		});
	}

	private void find(List<String> names) {
		Iterator<Contender> candidates = names.stream()
			.flatMap((name) -> Contender.parse(name).stream())
			.filter((contender) -> this.spec.form().mayBe(contender, this.identity))
			.iterator();
		tryNext(candidates);
	}

	private void tryNext(Iterator<Contender> candidates) {
		if (!candidates.hasNext()) {
			this.found.accept(Optional.empty());
			return;
		}
		this.session.znodes().read(this.spec.path(candidates.next().name()), (answer) -> {
			if (this.session.retryIfUnknown(answer, this::start)) {
				return;
			}
			if (answer.isOk() && isOwn(answer.value())) {
				this.found.accept(Optional.of(answer.value()));
			}
			else {
				tryNext(candidates);
			}
		});
	}

	// A node of an earlier session looks the same, but goes at any moment
	private boolean isOwn(NodeData node) {
		boolean ofThisSession = !this.spec.form().isEphemeral() || this.session.owns(node.stat());
		return ofThisSession && this.spec.form().isOf(node.data(), this.identity);
	}

}
