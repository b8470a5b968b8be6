package io.zkhelper.test.memory;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;

import io.zkhelper.session.Answer;
import io.zkhelper.session.Cancellable;
import io.zkhelper.session.EventLoop;
import io.zkhelper.session.Security;
import org.jspecify.annotations.Nullable;

/**
 * The server: sessions, connections and the database. Its own thread is the loop; tests
 * look in from others, hence the monitor.
 */
final class SimulatedServer {

	private final EventLoop loop;

	private final Settings settings;

	private final Random random;

	private final Database database = new Database();

	private final Map<Long, ServerSession> sessions = new LinkedHashMap<>();

	private Duration minTimeout;

	private Duration maxTimeout;

	private long lastSession = 0x100_0000_0000L;

	private long requests;

	private volatile boolean serving;

	private Cancellable containerTimer = () -> {
	};

	SimulatedServer(EventLoop loop, Settings settings, Random random) {
		this.loop = loop;
		this.settings = settings;
		this.random = random;
		this.minTimeout = settings.minSessionTimeout();
		this.maxTimeout = settings.maxSessionTimeout();
	}

	EventLoop loop() {
		return this.loop;
	}

	boolean isServing() {
		return this.serving;
	}

	synchronized void start() {
		if (!this.serving) {
			this.serving = true;
			this.database.nextEpoch();
			List.copyOf(this.sessions.values()).forEach(this::touchAndExpireLater);
			reapContainersLater();
		}
	}

	synchronized void stop() {
		this.serving = false;
		this.containerTimer.cancel();
	}

	synchronized void setTimeouts(Duration min, Duration max) {
		this.minTimeout = min;
		this.maxTimeout = max;
	}

	synchronized <R> R ask(Function<Database, R> question) {
		return question.apply(this.database);
	}

	synchronized int sessions() {
		return this.sessions.size();
	}

	synchronized long requests() {
		return this.requests;
	}

	synchronized void connect(Wire wire, Greeting greeting) {
		ServerSession session = (greeting.session() == 0) ? newSession() : this.sessions.get(greeting.session());
		if (session == null) {
			wire.sendToClient(ClientConnection::onExpired);
			return;
		}
		leaveConnection(session);
		ServerConnection connection = new ServerConnection(wire, session);
		wire.setConnection(connection);
		session.setConnection(connection);
		session.setTimeout(granted(greeting.timeout()));
		touchAndExpireLater(session);
		welcome(connection, greeting);
	}

	private ServerSession newSession() {
		ServerSession session = new ServerSession(++this.lastSession);
		this.sessions.put(session.id(), session);
		this.database.nextTransaction();
		return session;
	}

	private Duration granted(Duration asked) {
		Duration notTooLong = (asked.compareTo(this.maxTimeout) > 0) ? this.maxTimeout : asked;
		return (notTooLong.compareTo(this.minTimeout) < 0) ? this.minTimeout : notTooLong;
	}

	private void welcome(ServerConnection connection, Greeting greeting) {
		ServerSession session = connection.session();
		Duration timeout = session.timeout();
		connection.wire().sendToClient((client) -> client.onWelcome(session.id(), timeout));
		for (Security.Credential credential : greeting.credentials()) {
			if (!Permissions.isKnown(credential)) {
				connection.wire().sendToClient(ClientConnection::onAuthRefused);
				return;
			}
			session.identities().add(Permissions.identityOf(credential));
		}
		this.database.restore(greeting.watched(), connection);
	}

	synchronized <T> void handle(Wire wire, Call<T> call, boolean answerLost) {
		ServerConnection connection = connectionOf(wire);
		if (connection == null) {
			return;
		}
		this.requests++;
		touch(connection.session());
		Answer<T> answer = call.applyTo(new ServerRequests(this.database, connection, this.random));
		if (call.kind() == RequestKind.CLOSE) {
			end(connection.session());
		}
		if (answerLost) {
			wire.reset();
		}
		else {
			long zxid = this.database.zxid();
			wire.sendToClient((client) -> client.onReply(call, answer, zxid));
		}
		if (call.kind() == RequestKind.CLOSE) {
			leaveConnection(connection.session());
		}
	}

	synchronized void ping(Wire wire) {
		ServerConnection connection = connectionOf(wire);
		if (connection != null) {
			touch(connection.session());
			wire.sendToClient(ClientConnection::onPong);
		}
	}

	// A client that has reconnected, or whose session is over, is not heard on its old
	// connection any more
	private @Nullable ServerConnection connectionOf(Wire wire) {
		ServerConnection connection = wire.connection();
		boolean current = connection != null && connection.session().connection() == connection;
		return (this.serving && current) ? connection : null;
	}

	synchronized void onClosed(Wire wire) {
		ServerConnection connection = wire.connection();
		if (connection != null && connection.session().connection() == connection) {
			this.database.watches().forget(connection);
			connection.session().setConnection(null);
		}
	}

	private void leaveConnection(ServerSession session) {
		ServerConnection connection = session.connection();
		if (connection != null) {
			session.setConnection(null);
			this.database.watches().forget(connection);
			connection.wire().closeByServer();
		}
	}

	private void touch(ServerSession session) {
		session.touch(now(), this.settings.tickTime());
	}

	private void touchAndExpireLater(ServerSession session) {
		touch(session);
		expireLater(session);
	}

	private void expireLater(ServerSession session) {
		Duration untilThen = Duration.ofNanos(session.expiresAt() - now());
		session.setTimer(this.loop.schedule(untilThen, () -> expireIfSilent(session)));
	}

	private synchronized void expireIfSilent(ServerSession session) {
		if (this.serving && this.sessions.containsKey(session.id())) {
			if (session.expiresAt() <= now()) {
				expire(session);
			}
			else {
				expireLater(session);
			}
		}
	}

	private long now() {
		return this.loop.now().nanos();
	}

	synchronized void expire(long id) {
		ServerSession session = this.sessions.get(id);
		if (session != null) {
			expire(session);
		}
	}

	synchronized void expireAll() {
		List.copyOf(this.sessions.values()).forEach(this::expire);
	}

	// The real server closes the connection while the last events are on their way, and
	// so they arrive or not
	private void expire(ServerSession session) {
		end(session);
		ServerConnection connection = session.connection();
		if (connection != null && this.random.nextBoolean()) {
			connection.wire().reset();
		}
		else {
			leaveConnection(session);
		}
	}

	private void end(ServerSession session) {
		this.sessions.remove(session.id());
		this.database.remove(this.database.tree().ownedBy(session.id()));
	}

	private void reapContainersLater() {
		this.containerTimer = this.loop.schedule(this.settings.containerInterval(), this::reapContainers);
	}

	private synchronized void reapContainers() {
		if (this.serving) {
			reap();
			reapContainersLater();
		}
	}

	synchronized void reap() {
		this.database.tree().emptyContainers().forEach((path) -> this.database.remove(List.of(path)));
	}

}
