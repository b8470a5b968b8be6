package io.zkhelper.boot.election;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

import io.zkhelper.election.LeaderElection;

/**
 * The elections of this application. One is joined when something refers to it: an
 * annotation, an injected bean, its properties, or a call of {@link #join(String)}.
 *
 * @since 1.0.0
 */
public final class LeaderElections {

	private final String defaultName;

	private final LeaderElectionFactory factory;

	private final Map<String, LeaderElection> elections = new TreeMap<>();

	private final List<Consumer<LeaderElection>> actions = new ArrayList<>();

	/**
	 * Create the elections. Applications inject those that exist.
	 * @param defaultName the name of the default election
	 * @param factory makes elections
	 */
	public LeaderElections(String defaultName, LeaderElectionFactory factory) {
		this.defaultName = defaultName;
		this.factory = factory;
	}

	/**
	 * Return the name of the default election, which may not be joined.
	 * @return the name
	 */
	public String defaultName() {
		return this.defaultName;
	}

	/**
	 * Return an election that was joined. Does not join another one, so that names from
	 * outside, of a request for example, are safe here.
	 * @param name the name of the election
	 * @return the election, empty if nothing has referred to it
	 */
	public synchronized Optional<LeaderElection> find(String name) {
		return Optional.ofNullable(this.elections.get(name));
	}

	/**
	 * Return an election, and join it unless that has happened.
	 * @param name the name of the election
	 * @return the election
	 * @throws IllegalArgumentException if the name is blank or over 200 bytes
	 */
	public synchronized LeaderElection join(String name) {
		LeaderElection known = this.elections.get(name);
		if (known != null) {
			return known;
		}
		LeaderElection election = this.factory.create(name);
		add(election);
		return election;
	}

	synchronized void add(LeaderElection election) {
		LeaderElection other = this.elections.putIfAbsent(election.name(), election);
		if (other != null && other != election) {
			throw new IllegalStateException(
					"Election '%s' has two participants in this application".formatted(election.name()));
		}
		if (other == null) {
			this.actions.forEach((action) -> action.accept(election));
		}
	}

	/**
	 * Return the names of the elections that were joined.
	 * @return the names, sorted
	 */
	public synchronized Set<String> names() {
		return new TreeSet<>(this.elections.keySet());
	}

	/**
	 * Return the elections that were joined.
	 * @return the elections, sorted by name
	 */
	public synchronized List<LeaderElection> all() {
		return List.copyOf(this.elections.values());
	}

	/**
	 * Do something with each election that was joined, and with each that will be.
	 * @param action what to do; called once for each election
	 */
	public synchronized void forEach(Consumer<LeaderElection> action) {
		this.actions.add(action);
		this.elections.values().forEach(action);
	}

}
