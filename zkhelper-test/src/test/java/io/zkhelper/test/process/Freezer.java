package io.zkhelper.test.process;

import java.time.Duration;

/**
 * Freezes who leads, or has the lock, by SIGSTOP.
 *
 * @param cluster those who want to
 * @param settings theirs
 */
record Freezer(Cluster cluster, Settings settings) {

	void freezeLeader(Duration length) {
		ParticipantProcess victim = this.cluster.awaitLeader();
		long frozen = victim.freeze();
		Cluster.pass(length);
		if (length.compareTo(this.settings.takeover()) > 0) {
			this.cluster.awaitLeaderBeside(victim, this.settings.patience());
		}
		boolean anotherLeads = this.cluster.leaders().stream().anyMatch((leader) -> leader != victim);
		long thawed = victim.thaw();
		victim.awaitLookSince(thawed);
		this.cluster.awaitLeader();
		Cluster.pass(Duration.ofSeconds(1));
		System.out.printf("%s: frozen for %s s, thawed while %s leads; again one leader after %s s%n",
				this.settings.recipe(), Stamp.seconds(thawed - frozen), anotherLeads ? "another" : "nobody",
				Stamp.seconds(System.nanoTime() - thawed - 1_000_000_000));
	}

}
