package io.zkhelper.test.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * The participants of one election, or the contenders for one lock, each in a process of
 * its own.
 */
final class Cluster implements AutoCloseable {

	private static final Duration POLL = Duration.ofMillis(10);

	private final Path directory;

	private final Settings settings;

	private final List<ParticipantProcess> participants = new CopyOnWriteArrayList<>();

	private Cluster(Path directory, Settings settings) {
		this.directory = directory;
		this.settings = settings;
	}

	static Cluster start(Path parent, Settings settings, String... names) {
		Path directory = parent.resolve(settings.name());
		try {
			Files.createDirectories(directory);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		Cluster cluster = new Cluster(directory, settings);
		Stream.of(names).forEach(cluster::join);
		cluster.participants.forEach(ParticipantProcess::awaitStarted);
		return cluster;
	}

	private void join(String name) {
		this.participants.add(new ParticipantProcess(name, this.directory, this.settings));
	}

	/**
	 * Wait until exactly one participant says that it leads.
	 */
	ParticipantProcess awaitLeader() {
		return awaitLeader(this.settings.patience());
	}

	ParticipantProcess awaitLeader(Duration timeout) {
		return awaitLeader(timeout, (participant) -> true);
	}

	/**
	 * Wait until exactly one participant says that it leads, and it is another one.
	 */
	ParticipantProcess awaitLeaderBeside(ParticipantProcess other, Duration timeout) {
		return awaitLeader(timeout, (leader) -> leader != other);
	}

	private ParticipantProcess awaitLeader(Duration timeout, Predicate<ParticipantProcess> wanted) {
		try {
			return Awaitility.await("one leader of " + this.settings.name())
				.pollDelay(Duration.ZERO)
				.pollInterval(POLL)
				.atMost(timeout)
				.until(this::leaders, (leaders) -> leaders.size() == 1 && leaders.stream().allMatch(wanted))
				.get(0);
		}
		catch (ConditionTimeoutException ex) {
			throw new AssertionError(ex.getMessage() + "\n" + timeline(Set.of()) + logs(), ex);
		}
	}

	private String logs() {
		return this.participants.stream()
			.map((participant) -> "Log of %s:%n%s".formatted(participant.name(), participant.log()))
			.collect(Collectors.joining("\n"));
	}

	List<ParticipantProcess> leaders() {
		return this.participants.stream().filter(ParticipantProcess::leads).toList();
	}

	/**
	 * Let time pass.
	 */
	static void pass(Duration duration) {
		long start = System.nanoTime();
		Awaitility.await()
			.pollDelay(Duration.ZERO)
			.pollInterval(POLL)
			.atMost(duration.plusSeconds(10))
			.until(() -> System.nanoTime() - start >= duration.toNanos());
	}

	/**
	 * How long after an instant another participant was seen leading for the first time.
	 */
	Duration successionAfter(long instant, ParticipantProcess predecessor) {
		long first = this.participants.stream()
			.filter((participant) -> participant != predecessor)
			.flatMap((participant) -> participant.runs().stream())
			.mapToLong(Run::from)
			.filter((from) -> from > instant)
			.min()
			.orElseThrow();
		return Duration.ofNanos(first - instant);
	}

	boolean allAlive() {
		return this.participants.stream().allMatch(ParticipantProcess::isAlive);
	}

	/**
	 * Close all that live in order, and return what was seen.
	 */
	Timeline finish() {
		List<ParticipantProcess> alive = this.participants.stream().filter(ParticipantProcess::isAlive).toList();
		alive.forEach(ParticipantProcess::terminate);
		alive.forEach(ParticipantProcess::awaitClosed);
		return timeline(alive.stream().map(ParticipantProcess::name).collect(Collectors.toSet()));
	}

	private Timeline timeline(Set<String> closed) {
		return new Timeline(this.participants.stream().flatMap((participant) -> participant.runs().stream()).toList(),
				this.participants.stream().flatMap((participant) -> participant.events().stream()).toList(), closed);
	}

	@Override
	public void close() {
		this.participants.forEach(ParticipantProcess::close);
	}

}
