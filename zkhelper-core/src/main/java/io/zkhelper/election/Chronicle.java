package io.zkhelper.election;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

import io.zkhelper.session.Session;

/**
 * The terms that are over, as far as they were read: each is read once, since it does not
 * change.
 */
final class Chronicle {

	private final ElectionPaths paths;

	private final Map<String, Optional<PastTerm>> entries = new TreeMap<>(Comparator.reverseOrder());

	private long loadedTerm = -1;

	Chronicle(ElectionPaths paths) {
		this.paths = paths;
	}

	/**
	 * Whether everything was read that was over before this term.
	 */
	boolean isComplete(long term) {
		return this.loadedTerm == term;
	}

	/**
	 * Read what is not known yet.
	 * @param loaded called when all is known, not called when an answer is lost
	 */
	void load(Session session, long term, Runnable loaded) {
		session.znodes().list(this.paths.history(), (answer) -> {
			if (!answer.isOk() && answer.why().error().isOutcomeUnknown()) {
				return;
			}
			List<String> names = History.newestFirst(answer.isOk() ? answer.value() : List.of())
				.stream()
				.limit(History.LENGTH)
				.toList();
			this.entries.keySet().retainAll(names);
			this.loadedTerm = term;
			read(session, names.stream().filter((name) -> !this.entries.containsKey(name)).toList(), loaded);
		});
	}

	private void read(Session session, List<String> missing, Runnable loaded) {
		if (missing.isEmpty()) {
			loaded.run();
			return;
		}
		AtomicInteger open = new AtomicInteger(missing.size());
		missing.forEach((name) -> session.znodes().read(this.paths.history() + "/" + name, (answer) -> {
			if (answer.isOk()) {
				this.entries.put(name, Payloads.readPastTerm(answer.value().data()));
			}
			else if (answer.why().error().isOutcomeUnknown()) {
				return;
			}
			if (open.decrementAndGet() == 0) {
				loaded.run();
			}
		}));
	}

	/**
	 * The terms that are over, newest first.
	 * @param last the one that was released and has no successor yet
	 */
	List<PastTerm> with(Optional<PastTerm> last) {
		List<PastTerm> terms = new ArrayList<>();
		this.entries.values().forEach((term) -> term.ifPresent(terms::add));
		last.filter((term) -> terms.stream().noneMatch((other) -> other.number() == term.number()))
			.ifPresent((term) -> terms.add(0, term));
		return List.copyOf(terms);
	}

}
