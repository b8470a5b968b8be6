package io.zkhelper.test.process;

/**
 * Who leads when a fault strikes.
 *
 * @param contest in what
 * @param leader who
 * @param server the server to which it was connected
 */
record Victim(Contest contest, ParticipantProcess leader, int server) {

	static Victim of(Contest contest) {
		ParticipantProcess leader = contest.awaitLeader();
		return new Victim(contest, leader, contest.accessOf(leader).server());
	}

	boolean isSucceeded() {
		return this.contest.cluster().leaders().stream().anyMatch((other) -> other != this.leader);
	}

	/**
	 * Another leads, and the connection of this one stands as before.
	 */
	boolean isSucceededUnawares() {
		return isSucceeded() && this.server != 0 && this.contest.accessOf(this.leader).server() == this.server;
	}

}
