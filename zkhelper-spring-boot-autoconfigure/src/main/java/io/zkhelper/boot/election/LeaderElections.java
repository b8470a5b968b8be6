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

	private final Object monitor = new Object();

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
	public Optional<LeaderElection> find(String name) {
		synchronized (this.monitor) {
			return Optional.ofNullable(this.elections.get(name));
		}
	}

	/**
	 * Return an election, and join it unless that has happened.
	 * @param name the name of the election
	 * @return the election
	 * @throws IllegalArgumentException if the name is blank or over 200 bytes
	 */
	public LeaderElection join(String name) {
		LeaderElection created;
		List<Consumer<LeaderElection>> due;
		synchronized (this.monitor) {
			LeaderElection known = this.elections.get(name);
			if (known != null) {
				return known;
			}
			created = this.factory.create(name);
			due = put(created);
		}
		due.forEach((action) -> action.accept(created));
		return created;
	}

	/**
	 * Take an election in that was made elsewhere.
	 * @param election the election
	 * @throws IllegalStateException if there is another one of that name
	 */
	void adopt(LeaderElection election) {
		List<Consumer<LeaderElection>> due;
		synchronized (this.monitor) {
			LeaderElection other = this.elections.get(election.name());
			if (other == election) {
				return;
			}
			if (other != null) {
				throw new IllegalStateException(
						"Election '%s' has two participants in this application: a bean of its own, and one that was joined before"
							.formatted(election.name()));
			}
			due = put(election);
		}
		due.forEach((action) -> action.accept(election));
	}

	// Actions are user code, and called outside the monitor. One that is added later
	// finds
	// the election in place, so each is called once
	private List<Consumer<LeaderElection>> put(LeaderElection election) {
		this.elections.put(election.name(), election);
		return List.copyOf(this.actions);
	}

	/**
	 * Return the cell in whose ensemble an election is held, joined or not.
	 * @param name the name of the election
	 * @return what the cell is called by itself, never {@code local}; empty for the
	 * default ensemble, and for a bean of the application's own that properties put in no
	 * cell
	 */
	public Optional<String> cell(String name) {
		return this.factory.cell(name);
	}

	/**
	 * Return the names of the elections that were joined.
	 * @return the names, sorted
	 */
	public Set<String> names() {
		synchronized (this.monitor) {
			return new TreeSet<>(this.elections.keySet());
		}
	}

	/**
	 * Return the elections that were joined.
	 * @return the elections, sorted by name
	 */
	public List<LeaderElection> all() {
		synchronized (this.monitor) {
			return List.copyOf(this.elections.values());
		}
	}

	/**
	 * Do something with each election that was joined, and with each that will be.
	 * @param action what to do; called once for each election
	 */
	public void forEach(Consumer<LeaderElection> action) {
		List<LeaderElection> present;
		synchronized (this.monitor) {
			this.actions.add(action);
			present = List.copyOf(this.elections.values());
		}
		present.forEach(action);
	}

}
