package io.zkhelper.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * When the committed touches of one session were sent, as far as they bear on how long it
 * lives for sure.
 */
final class Evidence {

	/**
	 * Touches that follow each other faster say no more, but there can be thousands of
	 * them where locks are taken over and over.
	 */
	private static final Duration SPACING = Duration.ofMillis(50);

	private final List<Touch> touches = new ArrayList<>();

	/**
	 * Note a touch. After a long silence earlier ones say nothing about the present. One
	 * that is older than the newest, because its answer was lost, adds nothing.
	 */
	void add(Moment sent, Moment answered, LeaseRules rules) {
		if (!this.touches.isEmpty() && sent.surelySince(newest()).isNegative()) {
			return;
		}
		if (!this.touches.isEmpty() && sent.surelySince(newest()).compareTo(rules.timeout().dividedBy(2)) > 0) {
			this.touches.clear();
		}
		dropNewestIfClose();
		this.touches.add(new Touch(sent, answered));
		Duration memory = rules.timeout().plus(rules.touchDistance());
		while (sent.surelySince(this.touches.get(0).sent()).compareTo(memory) > 0) {
			this.touches.remove(0);
		}
	}

	// The one before stays, so that what is known is at most older than it could be
	private void dropNewestIfClose() {
		int size = this.touches.size();
		if (size > 1 && newest().since(this.touches.get(size - 2).sent()).compareTo(SPACING) < 0) {
			this.touches.remove(size - 1);
		}
	}

	/**
	 * How long a lease may be that is anchored at the newest touch (R6): the session
	 * lives for sure from the touch before the latest one that other servers know of by
	 * now, or from the oldest one if there are too few. They know of a touch some time
	 * after it has reached its server, which it may have done as late as its answer came.
	 */
	Duration longestLease(LeaseRules rules) {
		int known = this.touches.size() - 1;
		Duration distance = rules.touchDistance();
		while (known > 0 && newest().surelySince(this.touches.get(known).answered()).compareTo(distance) <= 0) {
			known--;
		}
		Moment sure = this.touches.get(Math.max(0, known - 1)).sent();
		return rules.sureLife().minus(newest().since(sure));
	}

	private Moment newest() {
		return this.touches.get(this.touches.size() - 1).sent();
	}

	private record Touch(Moment sent, Moment answered) {
	}

}
