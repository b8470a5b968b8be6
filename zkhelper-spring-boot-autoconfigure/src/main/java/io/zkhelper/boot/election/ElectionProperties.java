package io.zkhelper.boot.election;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import io.zkhelper.boot.autoconfigure.InvalidPropertyException;
import io.zkhelper.election.ElectionOptions;
import io.zkhelper.claim.Safety;
import io.zkhelper.session.Paths;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Properties of the elections.
 *
 * @param autoStart Whether elections are joined when the application is ready. Otherwise
 * the application starts them.
 * @param defaultElection Name of the election that is meant where none is named.
 * @param participant Who this instance is to the others.
 * @param elections Elections to take part in, by name.
 */
@ConfigurationProperties("zkhelper")
record ElectionProperties(@DefaultValue("true") boolean autoStart, @DefaultValue("default") String defaultElection,
		@DefaultValue Participant participant, @DefaultValue Map<String, Election> elections) {

	ElectionProperties {
		requireName("zkhelper.default-election", defaultElection);
		elections = Map.copyOf(elections);
		elections.forEach(ElectionProperties::requireElection);
	}

	ElectionOptions options(String name) {
		Election election = this.elections.get(name);
		return (election != null) ? election.options() : ElectionOptions.DEFAULT;
	}

	Optional<String> cell(String name) {
		return Optional.ofNullable(this.elections.get(name)).map(Election::cell);
	}

	private static void requireElection(String name, Election election) {
		String property = "zkhelper.elections." + name;
		requireName("zkhelper.elections", name);
		requirePositive(property + ".lease", election.lease());
		requirePositive(property + ".takeover-delay", election.takeoverDelay());
		if (election.cell() != null && election.cell().isBlank()) {
			throw new InvalidPropertyException(property + ".cell", election.cell(), "it names no cell",
					"Name a cell of 'zkhelper.cells.connect-strings', or remove it for the default ensemble.");
		}
		if (election.drainTimeout().isNegative()) {
			throw new InvalidPropertyException(property + ".drain-timeout", election.drainTimeout(),
					"it must not be negative", "Set it to a duration such as '10s', or '0s' to wait for nothing.");
		}
	}

	private static void requireName(String property, String name) {
		try {
			Paths.segment("an election", name);
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidPropertyException(property, name, String.valueOf(ex.getMessage()),
					"Name the election with 1 to %d bytes, such as 'reports'.".formatted(Paths.MAX_NAME_BYTES));
		}
	}

	private static void requirePositive(String property, @Nullable Duration value) {
		if (value != null && (value.isNegative() || value.isZero())) {
			throw new InvalidPropertyException(property, value, "it must be positive",
					"Set it to a positive duration such as '3s', or remove it to have it computed.");
		}
	}

	/**
	 * Properties of an election.
	 *
	 * @param safety What the promise of at most one leader rests on.
	 * @param lease How long a term holds without another heartbeat. By default the
	 * longest that survives one lost heartbeat under the session timeout.
	 * @param takeoverDelay How long to wait at least before taking over from a leader
	 * that crashed. By default the crashed leader's lease with the assumed errors of
	 * clocks.
	 * @param drainTimeout How long an orderly end of a term waits for guarded methods.
	 * @param observer Whether to watch who leads without taking part.
	 * @param cell Cell in whose ensemble the election is held. By default the ensemble of
	 * 'zkhelper.connect-string'; required where that is not set.
	 */
	record Election(@DefaultValue("strict") Safety safety, @Nullable Duration lease, @Nullable Duration takeoverDelay,
			@DefaultValue("10s") Duration drainTimeout, @DefaultValue("false") boolean observer,
			@Nullable String cell) {

		ElectionOptions options() {
			return ElectionOptions.DEFAULT.withSafety(this.safety)
				.withLease(this.lease)
				.withTakeoverDelay(this.takeoverDelay)
				.withDrainTimeout(this.drainTimeout)
				.asObserver(this.observer);
		}

	}

	/**
	 * Properties of this instance.
	 *
	 * @param id Name of this instance, different for each. By default made of application
	 * name, host, process and a random part.
	 * @param address Where others can reach this instance, as a URL for example.
	 * @param attributes Anything else that others may know about this instance.
	 */
	record Participant(@Nullable String id, @DefaultValue("") String address,
			@DefaultValue Map<String, String> attributes) {
	}

}
