package io.zkhelper.sample;

import java.time.Instant;

/**
 * What a copy sees, as the JSON that it would answer.
 *
 * @param self who answers
 * @param leader who leads, empty for nobody
 * @param state where the copy stands
 * @param session the state of its connection
 * @param stale whether the view may be out of date
 */
record StubView(String self, String leader, String state, String session, boolean stale) {

	private static final String PERSON = """
			{"id": "%s", "host": "here", "address": "", "position": %d, "leader": %b, "self": %b}""";

	static StubView leading() {
		return new StubView("alpha", "alpha", "LEADING", "CONNECTED", false);
	}

	static StubView following() {
		return new StubView("beta", "alpha", "FOLLOWING", "CONNECTED", false);
	}

	StubView withState(String state) {
		return new StubView(this.self, this.leader, state, this.session, this.stale);
	}

	StubView withoutLeader() {
		return new StubView(this.self, "", this.state, this.session, this.stale);
	}

	StubView suspended() {
		return new StubView(this.self, this.leader, this.state, "SUSPENDED", true);
	}

	StubView outOfDate() {
		return new StubView(this.self, this.leader, this.state, this.session, true);
	}

	String leaderJson() {
		String lease = leads() ? "\"PT3.2S\"" : "null";
		return """
				{"session": {"state": "%s", "timeout": "PT12S", "leaseRemaining": %s},
				 "elections": {"reports": {"leading": %b, "state": "%s", "leader": %s, "term": 7,
				  "token": "0000000100000005-00000000", "since": "%s", "participants": [%s, %s],
				  "asOf": "%s", "stale": %b}}}
				""".formatted(this.session, lease, leads(), this.state,
				this.leader.isEmpty() ? "null" : person(this.leader, 0), Instant.now().minusSeconds(9),
				person("alpha", 0), person("beta", 1), Instant.now(), this.stale);
	}

	String reportsJson() {
		long now = System.currentTimeMillis();
		return """
				{"now": %d, "election": "reports", "instance": "%s", "working": %b,
				 "counts": {"written": 1, "skipped": 2, "refused": 1},
				 "runs": [{"night": 41, "orders": 12, "cents": 123450, "bestSeller": "Paper filters",
				  "instance": "alpha", "term": 7, "token": "0000000100000005-00000000", "startedAt": %d,
				  "finishedAt": %d}],
				 "refusals": [{"name": "reports", "instance": "beta", "token": "0000000100000003-00000000",
				  "newest": "0000000100000005-00000000", "refusedAt": %d}],
				 "history": [{"term": 6, "leader": "beta", "from": %d, "to": %d, "reason": "VANISHED",
				  "why": "the leader vanished without releasing"}]}
				""".formatted(now, this.self, leads(), now - 900, now - 800, now - 5000, now - 30000, now - 10000);
	}

	private boolean leads() {
		return this.state.equals("LEADING");
	}

	private String person(String id, int position) {
		return PERSON.formatted(id, position, id.equals(this.leader), id.equals(this.self));
	}

}
