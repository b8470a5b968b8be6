package io.zkhelper.test.memory;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.zkhelper.session.Answer;
import io.zkhelper.session.EventLoop;
import io.zkhelper.session.Security;
import io.zkhelper.session.SessionTicket;
import io.zkhelper.session.ZnodeError;
import org.jspecify.annotations.Nullable;

/**
 * A server as its clients see it: their connections, and the answers to their requests.
 */
final class SimulatedServer {

	private final SimulatedEnsemble ensemble;

	private final Member member;

	private final Map<Long, ServerConnection> connections = new LinkedHashMap<>();

	private long requests;

	SimulatedServer(SimulatedEnsemble ensemble, Member member) {
		this.ensemble = ensemble;
		this.member = member;
	}

	/**
	 * Return the loop on which the server is called, with the monitor held.
	 */
	EventLoop loop() {
		return this.member.timers();
	}

	Member member() {
		return this.member;
	}

	boolean isServing() {
		synchronized (this.ensemble) {
			return this.member.isServing();
		}
	}

	private Database database() {
		return this.member.database();
	}

	int watches() {
		return database().watches().size();
	}

	long requests() {
		return this.requests;
	}

	/**
	 * Somebody connects. Who has heard of more than this server is sent away.
	 */
	void connect(Wire wire, Greeting greeting) {
		Duration timeout = this.ensemble.granted(greeting.timeout());
		if (!this.member.isServing() || greeting.watched().zxid() > database().zxid()) {
			wire.reset();
		}
		else if (greeting.session() == null) {
			this.member.askLeader((leader) -> leader.openSession(this, timeout,
					(session) -> welcome(wire, greeting, this.ensemble.ownerOf(session), timeout)));
		}
		else {
			goOn(wire, greeting, greeting.session(), timeout);
		}
	}

	private void goOn(Wire wire, Greeting greeting, SessionTicket.Owner owner, Duration timeout) {
		if (!owner.equals(this.ensemble.ownerOf(owner.id()))) {
			wire.sendToClient(ClientConnection::onExpired);
			return;
		}
		this.member.askLeader((leader) -> leader.revalidate(this, owner.id(), timeout, (valid) -> {
			if (valid) {
				welcome(wire, greeting, owner, timeout);
			}
			else {
				wire.sendToClient(ClientConnection::onExpired);
			}
		}));
	}

	private void welcome(Wire wire, Greeting greeting, SessionTicket.Owner owner, Duration timeout) {
		if (!this.member.isServing() || wire.isLeft()) {
			return;
		}
		long session = owner.id();
		leaveConnection(this.connections.remove(session));
		ServerConnection connection = new ServerConnection(wire, session, timeout);
		wire.setConnection(connection);
		this.connections.put(session, connection);
		wire.sendToClient((client) -> client.onWelcome(owner, timeout));
		for (Security.Credential credential : greeting.credentials()) {
			if (!Permissions.isKnown(credential)) {
				wire.sendToClient(ClientConnection::onAuthRefused);
				return;
			}
			connection.identities().add(Permissions.identityOf(credential));
		}
		database().restore(greeting.watched(), connection);
	}

	void handle(Wire wire, Call<?> call, boolean answerLost) {
		ServerConnection connection = connectionOf(wire);
		if (connection != null) {
			this.requests++;
			this.member.touch(connection.session(), connection.timeout());
			connection.process((answered) -> process(new Exchange<>(connection, call, answerLost, answered)));
		}
	}

	private <T> void process(Exchange<T> exchange) {
		Operation<T> operation = exchange.call().operation();
		ServerConnection connection = exchange.connection();
		if (operation instanceof Operation.Read<T> read) {
			reply(exchange, read(read, connection, exchange.call()));
		}
		else if (operation instanceof Operation.Write<T> write) {
			Draft.Author author = new Draft.Author(connection.session(), Set.copyOf(connection.identities()));
			ClientWrite<T> change = new ClientWrite<>(this, author, exchange.call(), write.changes(),
					(answer) -> onDecided(exchange, answer));
			this.member.askLeader((leader) -> leader.write(change));
		}
		else if (operation instanceof Operation.Sync<T> sync) {
			this.member.askLeader((leader) -> leader.sync(this, () -> reply(exchange, Answer.of(sync.value()))));
		}
		else if (operation instanceof Operation.Close<T> close) {
			close(exchange, close.value());
		}
	}

	private <T> Answer<T> read(Operation.Read<T> read, ServerConnection connection, Call<T> call) {
		try {
			return Answer.of(read.ask().apply(new ServerReads(database(), connection, this.ensemble.random())));
		}
		catch (RefusedException ex) {
			return call.refusedBy(ex);
		}
	}

	// The session goes on through another server, and this connection comes to its end
	private <T> void onDecided(Exchange<T> exchange, Answer<T> answer) {
		if (answer.failedWith(ZnodeError.CONNECTION_LOSS)) {
			exchange.connection().wire().reset();
		}
		else {
			reply(exchange, answer);
		}
	}

	private <T> void close(Exchange<T> exchange, T value) {
		ServerConnection connection = exchange.connection();
		connection.close();
		this.member
			.askLeader((leader) -> leader.closeSession(connection.session(), new Transaction.Receipt(this, () -> {
				reply(exchange, Answer.of(value));
				if (this.connections.remove(connection.session(), connection)) {
					leaveConnection(connection);
				}
			})));
	}

	private <T> void reply(Exchange<T> exchange, Answer<T> answer) {
		Wire wire = exchange.connection().wire();
		if (connectionOf(wire) != exchange.connection()) {
			return;
		}
		if (exchange.answerLost()) {
			wire.reset();
		}
		else {
			long zxid = database().zxid();
			wire.sendToClient((client) -> client.onReply(exchange.call(), answer, zxid));
		}
		exchange.answered().run();
	}

	void ping(Wire wire) {
		ServerConnection connection = connectionOf(wire);
		if (connection != null) {
			this.member.touch(connection.session(), connection.timeout());
			wire.sendToClient(ClientConnection::onPong);
		}
	}

	// A client that has reconnected, or whose session is over, is not heard on its old
	// connection any more
	private @Nullable ServerConnection connectionOf(Wire wire) {
		ServerConnection connection = wire.connection();
		boolean current = connection != null && this.connections.get(connection.session()) == connection;
		return (this.member.isServing() && current) ? connection : null;
	}

	void onClosed(Wire wire) {
		wire.leave();
		ServerConnection connection = wire.connection();
		if (connection != null && this.connections.remove(connection.session(), connection)) {
			database().watches().forget(connection);
		}
	}

	private void leaveConnection(@Nullable ServerConnection connection) {
		if (connection != null) {
			database().watches().forget(connection);
			connection.wire().closeByServer();
		}
	}

	/**
	 * A transaction was applied: sessions may have ended by it, and somebody may wait for
	 * it. The real server closes the connection while the last events are on their way,
	 * and so they arrive or not.
	 */
	void onApplied(Transaction transaction) {
		transaction.sessions().forEach((session, timeout) -> {
			ServerConnection connection = this.connections.get(session);
			boolean wanted = connection != null && connection.isClosing() && transaction.receipt() != null;
			if (timeout.isEmpty() && connection != null && !wanted) {
				end(connection);
			}
		});
		Transaction.Receipt receipt = transaction.receipt();
		if (receipt != null && receipt.server() == this) {
			receipt.applied().run();
		}
	}

	private void end(ServerConnection connection) {
		if (this.ensemble.random().nextBoolean()) {
			connection.wire().reset();
		}
		else {
			this.connections.remove(connection.session());
			leaveConnection(connection);
		}
	}

	/**
	 * Break all connections: the server has stopped, or has lost its leader.
	 */
	void disconnectAll() {
		List.copyOf(this.connections.values()).forEach((connection) -> connection.wire().reset());
		this.connections.clear();
		database().watches().clear();
	}

	/**
	 * A request that is being answered.
	 *
	 * @param <T> the type of the answer's value
	 * @param connection who has asked
	 * @param call the request
	 * @param answerLost whether the answer is to get lost
	 * @param answered to be run when it is answered
	 */
	private record Exchange<T>(ServerConnection connection, Call<T> call, boolean answerLost, Runnable answered) {
	}

}
