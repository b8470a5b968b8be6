package io.zkhelper.test.memory;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The servers that follow one leader, itself included, and when it has heard of them.
 */
final class Followers {

	private final SimulatedEnsemble ensemble;

	private final Member self;

	private final long since;

	private final Set<Member> members = new LinkedHashSet<>();

	private final Map<Member, Long> heard = new LinkedHashMap<>();

	Followers(SimulatedEnsemble ensemble, Member self) {
		this.ensemble = ensemble;
		this.self = self;
		this.since = now();
	}

	private long now() {
		return this.self.timers().now().nanos();
	}

	/**
	 * Tell a server from now on what the others are told.
	 */
	void add(Member member) {
		this.members.add(member);
	}

	void heardOf(Member member) {
		this.heard.put(member, now());
	}

	boolean areMajority() {
		return this.ensemble.isMajority(this.heard.size());
	}

	/**
	 * Return whether a majority was heard of not too long ago.
	 */
	boolean areMajorityOfLate() {
		heardOf(this.self);
		return this.ensemble.isMajority((int) this.heard.values().stream().filter(this::isOfLate).count());
	}

	private boolean isOfLate(long at) {
		return now() - at <= this.ensemble.settings().silenceLimit().toNanos();
	}

	/**
	 * Return whether there was time enough for a majority to join.
	 */
	boolean hadTimeToJoin() {
		return !isOfLate(this.since);
	}

	void tell(Member member, Runnable message) {
		this.ensemble.send(this.self, member, message);
	}

	void tellAll(Consumer<Member> message) {
		List.copyOf(this.members).forEach((member) -> tell(member, () -> message.accept(member)));
	}

	void tellOthers(Consumer<Member> message) {
		List.copyOf(this.members)
			.stream()
			.filter((member) -> member != this.self)
			.forEach((member) -> tell(member, () -> message.accept(member)));
	}

}
