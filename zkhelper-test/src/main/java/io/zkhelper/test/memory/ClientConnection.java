package io.zkhelper.test.memory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import io.zkhelper.session.Answer;
import io.zkhelper.session.Cancellable;
import io.zkhelper.session.EventLoop;
import io.zkhelper.session.HandleListener;
import io.zkhelper.session.SessionTicket;
import io.zkhelper.session.ZkClientOptions;
import io.zkhelper.session.ZnodeError;
import org.jspecify.annotations.Nullable;

/**
 * What ZooKeeper's client does by itself: connects and reconnects, pings, notices
 * silence, and gives up a session that must have expired. Everything happens on the
 * client's loop.
 */
final class ClientConnection {

	private final ClientLink link;

	private final EventLoop loop;

	private final HandleListener listener;

	private final ZkClientOptions options;

	private final Latency reconnectDelay;

	private final CallQueue calls;

	private final ClientWatches watches;

	private final List<Runnable> closed = new ArrayList<>();

	private final ClientClock clock;

	private @Nullable Wire wire;

	private @Nullable ZnodeError over;

	private boolean connected;

	private boolean closing;

	private SessionTicket.@Nullable Owner session;

	private long zxid;

	private Cancellable nextCheck = () -> {
	};

	ClientConnection(ClientLink link, ClientSetup setup) {
		this.link = link;
		this.loop = setup.loop();
		this.listener = setup.listener();
		this.options = setup.options();
		this.reconnectDelay = setup.reconnectDelay();
		this.session = this.options.ticket().map(SessionTicket::owner).orElse(null);
		this.calls = new CallQueue(this.loop);
		this.watches = new ClientWatches(this.loop);
		this.clock = new ClientClock(this.loop, link.servers(), this.options.sessionTimeout());
	}

	EventLoop loop() {
		return this.loop;
	}

	ClientWatches watches() {
		return this.watches;
	}

	boolean isOn(Wire wire) {
		return this.wire == wire;
	}

	void connect() {
		if (this.over != null) {
			return;
		}
		this.clock.sent();
		this.link.connect(this).ifPresentOrElse(this::greet, this::disconnected);
	}

	private void greet(Wire next) {
		this.wire = next;
		Greeting greeting = new Greeting(this.session, this.options.sessionTimeout(),
				this.options.security().credentials(), this.watches.watchedSince(this.zxid));
		next.sendToServer(() -> next.server().connect(next, greeting));
		check();
	}

	void submit(Call<?> call) {
		if (this.over != null) {
			this.calls.refuse(call, this.over);
		}
		else if (this.closing) {
			this.calls.refuse(call, ZnodeError.CONNECTION_LOSS);
		}
		else {
			sendOrWait(call);
		}
	}

	// As with the real client, a request that finds no connection waits for the end of
	// the next attempt
	private void sendOrWait(Call<?> call) {
		if (this.connected && this.wire != null) {
			send(call, this.wire);
		}
		else {
			this.calls.addWaiting(call);
		}
	}

	private void send(Call<?> call, Wire through) {
		this.calls.addSent(call);
		this.clock.sent();
		Loss loss = this.link.nextLoss(call.kind());
		if (loss == Loss.LOST_REQUEST) {
			through.reset();
		}
		else {
			through.sendToServer(() -> through.server().handle(through, call, loss == Loss.LOST_ANSWER));
		}
	}

	void close(Runnable closed, Call<?> call) {
		this.closed.add(closed);
		if (this.over != null || this.wire == null) {
			end(ZnodeError.SESSION_EXPIRED);
		}
		else if (!this.closing) {
			sendOrWait(call);
			this.closing = true;
		}
	}

	/**
	 * Give the connection up, and do not come back.
	 */
	void leave(Consumer<byte[]> left) {
		byte[] password = (this.session != null) ? this.session.password() : new byte[0];
		end(ZnodeError.SESSION_EXPIRED);
		this.loop.execute(() -> left.accept(password));
	}

	/**
	 * The session is closed, or nobody can be asked to close it.
	 */
	void onClosed() {
		end(ZnodeError.SESSION_EXPIRED);
	}

	void onWelcome(SessionTicket.Owner session, Duration timeout) {
		this.session = session;
		this.connected = true;
		this.clock.granted(timeout);
		this.loop.execute(() -> this.listener.onConnected(session.id(), timeout));
		this.calls.takeWaiting().forEach(this::sendOrWait);
		check();
	}

	<T> void onReply(Call<T> call, Answer<T> answer, long zxid) {
		this.clock.heard();
		this.zxid = zxid;
		this.calls.answer(call, answer);
	}

	void onEvent(TreeEvent event) {
		this.clock.heard();
		this.watches.fire(event);
	}

	void onPong() {
		this.clock.heard();
	}

	void onExpired() {
		this.loop.execute(this.listener::onExpired);
		end(ZnodeError.SESSION_EXPIRED);
	}

	void onAuthRefused() {
		this.loop.execute(this.listener::onAuthFailed);
		end(ZnodeError.AUTH_FAILED);
	}

	void onReset(Wire broken) {
		if (isOn(broken)) {
			disconnected();
		}
	}

	private void disconnected() {
		leaveWire();
		this.calls.refuseAll(ZnodeError.CONNECTION_LOSS);
		if (this.closing) {
			end(ZnodeError.SESSION_EXPIRED);
		}
		else if (this.over == null) {
			this.loop.execute(this.listener::onDisconnected);
			this.loop.schedule(this.reconnectDelay.next(), this::connect);
			check();
		}
	}

	private void leaveWire() {
		Wire last = this.wire;
		this.wire = null;
		this.connected = false;
		if (last != null) {
			last.closeByClient();
			this.link.forget(last);
		}
	}

	private void end(ZnodeError reason) {
		if (this.over == null) {
			this.over = reason;
		}
		leaveWire();
		this.nextCheck.cancel();
		this.calls.refuseAll(this.over);
		this.closed.forEach(this.loop::execute);
		this.closed.clear();
	}

	/**
	 * See whether it is time to ping, to leave a silent server, or to give the session
	 * up.
	 */
	private void check() {
		this.nextCheck.cancel();
		if (this.session != null && this.clock.mustHaveExpired()) {
			onExpired();
		}
		else if (this.wire != null && this.clock.isTooSilent(this.connected)) {
			disconnected();
		}
		else {
			pingIfDue();
			this.nextCheck = this.loop.schedule(this.clock.untilNextCheck(this.connected), this::check);
		}
	}

	private void pingIfDue() {
		Wire through = this.wire;
		if (this.connected && through != null && this.clock.isPingDue()) {
			this.clock.sent();
			through.sendToServer(() -> through.server().ping(through));
		}
	}

}
