package io.zkhelper.election;

import java.util.Comparator;
import java.util.List;

import io.zkhelper.session.Change;
import io.zkhelper.session.Directories;
import io.zkhelper.session.NodeKind;
import io.zkhelper.session.Session;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers terms that are over. Who is granted a term writes down the one before, so
 * that crashed leaders are remembered too, and each term once.
 */
final class History {

	/** How many terms are remembered. */
	static final int LENGTH = 50;

	private static final Logger logger = LoggerFactory.getLogger(History.class);

	private final ElectionPaths paths;

	History(ElectionPaths paths) {
		this.paths = paths;
	}

	void remember(Session session, PastTerm past) {
		Change.Create node = new Change.Create(this.paths.pastTerm(past.number()), Payloads.bytes(past),
				NodeKind.PERSISTENT);
		new Directories(session.znodes()).ensure(node, (answer) -> {
			if (answer.isOk()) {
				forgetOld(session);
			}
			else if (answer.why().error().isOutcomeUnknown()) {
				session.whenConnected(() -> remember(session, past));
			}
			else {
				logger.warn("Term {} of '{}' is missing in the history: {}", past.number(), past.leader().id(),
						answer.why());
			}
		});
	}

	private void forgetOld(Session session) {
		session.znodes().list(this.paths.history(), (answer) -> {
			if (answer.isOk()) {
				List<String> newestFirst = newestFirst(answer.value());
				newestFirst.stream().skip(LENGTH).forEach((name) -> forget(session, name));
			}
		});
	}

	private void forget(Session session, String name) {
		session.znodes()
			.delete(this.paths.history() + "/" + name, Change.ANY_VERSION,
					(answer) -> logger.debug("Term {} is not remembered any more: {}", name, answer));
	}

	static List<String> newestFirst(List<String> names) {
		return names.stream().sorted(Comparator.reverseOrder()).toList();
	}

}
