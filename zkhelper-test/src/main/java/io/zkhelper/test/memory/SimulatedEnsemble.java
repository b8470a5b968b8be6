package io.zkhelper.test.memory;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.zkhelper.session.EventLoop;
import io.zkhelper.session.SessionTicket;
import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * The servers, the network between them, and what they would find out about each other by
 * votes, which are not simulated. Their own threads are their loops; tests look in from
 * others, hence the monitor.
 */
final class SimulatedEnsemble {

	private static final Duration FIRST_LOOK = Duration.ofMillis(20);

	private static final Duration LAST_LOOK = Duration.ofMillis(200);

	private static final int LOST_TOUCHES = 50;

	private static final long PASSWORD = 0x2f6c_1d5e_93a7_b840L;

	private final Settings settings;

	private final Random random;

	private final Permissions permissions = new Permissions();

	private final List<Member> members;

	private final Map<Route, Channel> routes = new HashMap<>();

	private final Set<Route> cut = new HashSet<>();

	private final Latency look;

	private Duration minTimeout;

	private Duration maxTimeout;

	private long lastSession = 0x100_0000_0000L;

	private long epoch = 1;

	// The newest first; an older one may not know yet that it is over
	private final Deque<QuorumLeader> leaders = new ArrayDeque<>();

	SimulatedEnsemble(List<EventLoop> loops, Settings settings, Random random) {
		this.settings = settings;
		this.random = random;
		this.minTimeout = settings.minSessionTimeout();
		this.maxTimeout = settings.maxSessionTimeout();
		this.look = new Latency(FIRST_LOOK, LAST_LOOK, random);
		this.members = IntStream.range(0, loops.size())
			.mapToObj((number) -> new Member(this, number, new GuardedLoop(loops.get(number), this)))
			.toList();
	}

	Settings settings() {
		return this.settings;
	}

	Random random() {
		return this.random;
	}

	Permissions permissions() {
		return this.permissions;
	}

	Database newDatabase() {
		return new Database(this.permissions);
	}

	Latency diskLatency() {
		return new Latency(this.settings.ensemble().minDisk(), this.settings.ensemble().maxDisk(), this.random);
	}

	int size() {
		return this.members.size();
	}

	boolean isAlone() {
		return size() == 1;
	}

	boolean isMajority(int count) {
		return count > size() / 2;
	}

	SimulatedServer server(int number) {
		return this.members.get(number).server();
	}

	synchronized void start(int number) {
		this.members.get(number).start();
	}

	synchronized void stop(int number) {
		this.members.get(number).stop();
	}

	/**
	 * Return the newest leader that a majority has followed and that is not over, as far
	 * as it knows.
	 */
	synchronized @Nullable QuorumLeader leader() {
		return leaders().filter(QuorumLeader::isActive).findFirst().orElse(null);
	}

	/**
	 * Return who leads or wants to, the newest first.
	 */
	Stream<QuorumLeader> leaders() {
		this.leaders.removeIf(QuorumLeader::isOver);
		return this.leaders.stream();
	}

	/**
	 * Do something as the leader, if there is one.
	 */
	synchronized void lead(Consumer<QuorumLeader> deed) {
		Optional.ofNullable(leader()).ifPresent(deed);
	}

	/**
	 * Ask the server that knows most.
	 */
	synchronized <R> R ask(Function<Database, R> question) {
		Member best = this.members.get(0);
		for (Member member : this.members) {
			best = member.isAheadOf(best) ? member : best;
		}
		return question.apply(best.database());
	}

	synchronized long sum(ToLongFunction<SimulatedServer> count) {
		return this.members.stream().map(Member::server).mapToLong(count).sum();
	}

	synchronized void setTimeouts(Duration min, Duration max) {
		this.minTimeout = min;
		this.maxTimeout = max;
	}

	Duration granted(Duration asked) {
		Duration notTooLong = (asked.compareTo(this.maxTimeout) > 0) ? this.maxTimeout : asked;
		return (notTooLong.compareTo(this.minTimeout) < 0) ? this.minTimeout : notTooLong;
	}

	long newSession() {
		return ++this.lastSession;
	}

	/**
	 * Return who may go on with a session. As with the real servers, its password follows
	 * from its id.
	 */
	SessionTicket.Owner ownerOf(long session) {
		return new SessionTicket.Owner(session, Long.toHexString(session ^ PASSWORD).getBytes(UTF_8));
	}

	long nextEpoch() {
		return ++this.epoch;
	}

	void onElected(QuorumLeader elected) {
		this.leaders.addFirst(elected);
	}

	Duration lookDelay() {
		return this.look.next();
	}

	/**
	 * Return whether a server may lead: a majority looks for a leader, and none of them
	 * knows more.
	 */
	boolean isBest(Member candidate) {
		List<Member> looking = this.members.stream()
			.filter((member) -> member.isLooking(LAST_LOOK.multipliedBy(2)) && isConnected(candidate, member))
			.toList();
		return isMajority(looking.size())
				&& looking.stream().noneMatch((member) -> member != candidate && member.isAheadOf(candidate));
	}

	/**
	 * Return what a follower tells of the clients that it has heard of. One that it hears
	 * of while it tells can be forgotten, as in the real server.
	 */
	Map<Long, Duration> swapped(Map<Long, Duration> touched) {
		Map<Long, Duration> told = new LinkedHashMap<>(touched);
		if (!told.isEmpty() && this.random.nextInt(LOST_TOUCHES) == 0) {
			told.remove(told.keySet().iterator().next());
		}
		return told;
	}

	/**
	 * Send a message from one server to another. What one sends to itself is there at
	 * once.
	 */
	void send(Member from, Member to, Runnable message) {
		if (from == to) {
			message.run();
		}
		else {
			route(from.number(), to.number()).send(message);
		}
	}

	private Channel route(int from, int to) {
		return this.routes.computeIfAbsent(new Route(from, to),
				(route) -> new Channel(this.members.get(to).timers(), new Latency(this.settings.ensemble().minLatency(),
						this.settings.ensemble().maxLatency(), this.random)));
	}

	boolean isConnected(Member one, Member other) {
		return !this.cut.contains(new Route(one.number(), other.number()))
				&& !this.cut.contains(new Route(other.number(), one.number()));
	}

	/**
	 * Let nothing pass from one server to another. It is sent again when that ends.
	 */
	synchronized void cut(int from, int to) {
		this.cut.add(new Route(from, to));
		route(from, to).silence();
	}

	synchronized void heal() {
		this.cut.forEach((route) -> route(route.from(), route.to()).restore());
		this.cut.clear();
	}

	synchronized String describe() {
		return this.members.stream().map(Member::toString).collect(Collectors.joining(System.lineSeparator()));
	}

	/**
	 * Between two servers, one way.
	 */
	private record Route(int from, int to) {
	}

}
