package io.zkhelper.lock;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import io.zkhelper.claim.Contender;
import io.zkhelper.claim.Removal;
import io.zkhelper.session.Answer;
import io.zkhelper.session.Session;

/**
 * A node that has outlived its session, and is to go: whose path may not even be known,
 * because the answer to its creation was lost.
 */
final class Leftover {

	private final Session session;

	private final String directory;

	private final String identity;

	private final Consumer<String> removed;

	/**
	 * Create a leftover.
	 * @param session in which to remove it
	 * @param directory where it is
	 * @param identity whose it is
	 * @param removed takes the identity when the node is gone
	 */
	Leftover(Session session, String directory, String identity, Consumer<String> removed) {
		this.session = session;
		this.directory = directory;
		this.identity = identity;
		this.removed = removed;
	}

	// What does not succeed is tried again in the next connection or session
	void remove() {
		this.session.znodes().sync(this.directory, (synced) -> {
			if (synced.isOk()) {
				this.session.znodes().list(this.directory, this::onListed);
			}
		});
	}

	private void onListed(Answer<List<String>> answer) {
		if (!answer.isOk()) {
			return;
		}
		Optional<String> node = answer.value()
			.stream()
			.filter((name) -> Contender.parse(name).filter((other) -> other.hasIdentity(this.identity)).isPresent())
			.findFirst();
		if (node.isPresent()) {
			Removal.start(this.session, this.directory + "/" + node.get(), () -> this.removed.accept(this.identity));
		}
		else {
			this.removed.accept(this.identity);
		}
	}

}
