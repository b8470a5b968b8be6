package io.zkhelper.test.process;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.zkhelper.test.process.ensemble.ServerEnsemble;

/**
 * Two processes that contend on an ensemble, each with its own way to the servers.
 *
 * @param settings what they contend for
 * @param cluster the processes
 * @param accesses their ways to the servers, by their names
 */
record Contest(Settings settings, Cluster cluster, Map<String, Access> accesses) implements AutoCloseable {

	static Contest start(Path directory, ServerEnsemble ensemble, Settings settings) {
		Map<String, Access> accesses = Stream.of("a", "b")
			.collect(Collectors.toMap(Function.identity(), (name) -> Access.to(ensemble)));
		Map<String, Settings> participants = accesses.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, (entry) -> settings.at(entry.getValue().connectString())));
		return new Contest(settings, Cluster.start(directory, settings, participants), accesses);
	}

	ParticipantProcess awaitLeader() {
		return this.cluster.awaitLeader();
	}

	Access accessOf(ParticipantProcess participant) {
		return this.accesses.get(participant.name());
	}

	/**
	 * Have who leads connected to one server, and the other process to another one.
	 * @return who leads then
	 */
	ParticipantProcess place(int leaders, int waiters) {
		ParticipantProcess leader = awaitLeader();
		while (accessOf(leader).server() != leaders) {
			accessOf(leader).moveTo(leaders);
			leader = awaitLeader();
		}
		for (ParticipantProcess waiter : this.cluster.alive()) {
			if (waiter != leader) {
				accessOf(waiter).moveTo(waiters);
			}
		}
		return leader;
	}

	/**
	 * How often leadership went from one term to the next.
	 */
	int changes() {
		return this.cluster.timeline().changes();
	}

	@Override
	public void close() {
		this.cluster.close();
		this.accesses.values().forEach(Access::close);
	}

}
