package io.zkhelper.test.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
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

	private final Set<String> closed = ConcurrentHashMap.newKeySet();

	private Cluster(Path directory, Settings settings) {
		this.directory = directory;
		this.settings = settings;
	}

	static Cluster start(Path parent, Settings settings, String... names) {
		return start(parent, settings, Stream.of(names).collect(Collectors.toMap((name) -> name, (name) -> settings)));
	}

	/**
	 * Start participants that differ in where they find the servers.
	 */
	static Cluster start(Path parent, Settings settings, Map<String, Settings> participants) {
		Path directory = parent.resolve(settings.name());
		try {
			Files.createDirectories(directory);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		Cluster cluster = new Cluster(directory, settings);
		participants.forEach(cluster::join);
		cluster.participants.forEach(ParticipantProcess::awaitStarted);
		return cluster;
	}

	private void join(String name, Settings own) {
		this.participants.add(new ParticipantProcess(name, this.directory, own));
	}

	/**
	 * Start another participant in place of one that was killed or has ended.
	 */
	ParticipantProcess replace(ParticipantProcess gone) {
		join(gone.name().charAt(0) + Integer.toString(this.participants.size()), this.settings);
		return this.participants.get(this.participants.size() - 1);
	}

	Settings settings() {
		return this.settings;
	}

	List<ParticipantProcess> alive() {
		return this.participants.stream().filter(ParticipantProcess::isAlive).toList();
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
			throw new AssertionError(ex.getMessage() + "\n" + timeline() + logs(), ex);
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

	/**
	 * How long nobody led, from an instant on.
	 */
	Duration leaderlessFrom(long instant) {
		return Duration.ofNanos(this.participants.stream()
			.flatMap((participant) -> participant.runs().stream())
			.filter((run) -> run.from() > instant || run.to() >= instant)
			.mapToLong((run) -> Math.max(0, run.from() - instant))
			.min()
			.orElseThrow());
	}

	boolean allAlive() {
		return this.participants.stream().allMatch(ParticipantProcess::isAlive);
	}

	/**
	 * Close all that live in order, and return what was seen.
	 */
	Timeline finish() {
		List<ParticipantProcess> alive = alive();
		alive.forEach(ParticipantProcess::terminate);
		alive.forEach(this::awaitClosed);
		return timeline();
	}

	/**
	 * Wait until one that was told to end has closed in order.
	 */
	void awaitClosed(ParticipantProcess participant) {
		participant.awaitClosed();
		this.closed.add(participant.name());
	}

	/**
	 * What was seen until now.
	 */
	Timeline timeline() {
		return new Timeline(all(ParticipantProcess::runs), all(ParticipantProcess::events),
				all(ParticipantProcess::writes), Set.copyOf(this.closed));
	}

	private <T> List<T> all(Function<ParticipantProcess, List<T>> what) {
		return this.participants.stream().flatMap((participant) -> what.apply(participant).stream()).toList();
	}

	@Override
	public void close() {
		this.participants.forEach(ParticipantProcess::close);
	}

}
