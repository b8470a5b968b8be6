package io.zkhelper.test.election;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import io.zkhelper.election.ElectionView;
import io.zkhelper.election.Term;

/**
 * Writes down who leads, and what was proclaimed.
 */
final class Spectator implements Consumer<ElectionView> {

	static final String NOBODY = "nobody";

	private final List<String> seen = new CopyOnWriteArrayList<>();

	@Override
	public void accept(ElectionView view) {
		this.seen.add(view.current().map(Spectator::describe).orElse(NOBODY));
	}

	private static String describe(Term term) {
		return term.leader().id() + term.value().map((value) -> ": " + value).orElse("");
	}

	List<String> seen() {
		return this.seen;
	}

	boolean sees(String expected) {
		return !this.seen.isEmpty() && this.seen.get(this.seen.size() - 1).equals(expected);
	}

}
