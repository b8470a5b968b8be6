package io.zkhelper.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Nodes that a client has left in the session that it has handed over: each is there for
 * one recipe that takes its place, and goes if none has come in time.
 */
final class Legacy {

	private static final Logger logger = LoggerFactory.getLogger(ZkClient.class);

	private final Session session;

	private final List<String> paths = new ArrayList<>();

	// Until the servers have said that they are gone, they are still to be passed on
	private final List<String> leaving = new ArrayList<>();

	Legacy(Session session) {
		this.session = session;
	}

	void addAll(List<String> left) {
		this.paths.addAll(left);
	}

	Optional<String> takeFrom(String directory) {
		Optional<String> first = this.paths.stream()
			.filter((path) -> Paths.parentOf(path).equals(directory))
			.findFirst();
		first.ifPresent(this.paths::remove);
		return first;
	}

	List<String> takeAll() {
		List<String> all = Stream.concat(this.paths.stream(), this.leaving.stream()).toList();
		this.paths.clear();
		this.leaving.clear();
		return all;
	}

	/**
	 * Remove what nobody has taken.
	 */
	void expire() {
		if (!this.session.isOver()) {
			this.leaving.addAll(this.paths);
			this.paths.clear();
			List.copyOf(this.leaving).forEach((path) -> {
				logger.info("Nobody has taken over '{}': it is removed", path);
				remove(path);
			});
		}
	}

	private void remove(String path) {
		this.session.znodes().delete(path, Change.ANY_VERSION, (answer) -> {
			if (!this.session.retryIfUnknown(answer, () -> remove(path))) {
				this.leaving.remove(path);
			}
		});
	}

}
