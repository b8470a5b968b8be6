package io.zkhelper.test.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * Who holds one lock or leads one election.
 */
final class Holders {

	private final String what;

	private final int capacity;

	private final List<Held> granted = new ArrayList<>();

	private final List<Supplier<Optional<Held>>> candidates = new ArrayList<>();

	private final List<CourseException> violations = new ArrayList<>();

	private @Nullable Held newest;

	Holders(String what, int capacity) {
		this.what = what;
		this.capacity = capacity;
	}

	synchronized void add(Held held) {
		this.granted.add(held);
		look();
	}

	/**
	 * Add somebody who has to be asked again and again.
	 */
	synchronized void addCandidate(Supplier<Optional<Held>> candidate) {
		this.candidates.add(candidate);
	}

	synchronized void look() {
		this.candidates.forEach((candidate) -> candidate.get().ifPresent(this::meet));
		this.granted.removeIf((held) -> !isValid(held));
		if (isTooMuch(this.granted)) {
			// Who is valid before and after was valid meanwhile, when all others were
			// looked
			// at: nobody becomes valid again
			List<Held> together = this.granted.stream().filter(Held::isValid).toList();
			if (isTooMuch(together)) {
				violated(Verdict.OVERLAP, "%s is held by %s".formatted(this.what, together));
			}
		}
	}

	private void meet(Held held) {
		boolean known = this.granted.stream()
			.anyMatch((each) -> each.owner().equals(held.owner()) && each.token().equals(held.token()));
		if (!known) {
			this.granted.add(held);
		}
	}

	private boolean isTooMuch(List<Held> held) {
		return held.stream().mapToInt(Held::weight).sum() > this.capacity;
	}

	private boolean isValid(Held held) {
		boolean valid = held.isValid();
		if (valid && held.weight() == this.capacity) {
			noteToken(held);
		}
		return valid;
	}

	// Who is valid now was granted after whoever was valid before
	private void noteToken(Held held) {
		if (this.newest != null && held != this.newest && !held.token().isNewerThan(this.newest.token())) {
			violated(Verdict.TOKENS, "%s was held by %s, and then by %s".formatted(this.what, this.newest, held));
		}
		this.newest = held;
	}

	private void violated(Verdict verdict, String what) {
		this.violations.add(new CourseException(verdict, what));
	}

	/**
	 * Make sure that nothing was violated, when everybody is gone.
	 */
	synchronized void requireOrder() {
		look();
		if (!this.granted.isEmpty()) {
			violated(Verdict.EVENTS, "%s is still held by %s".formatted(this.what, this.granted));
		}
		if (!this.violations.isEmpty()) {
			throw this.violations.get(0);
		}
	}

}
