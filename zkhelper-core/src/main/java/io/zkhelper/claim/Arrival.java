package io.zkhelper.claim;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import io.zkhelper.session.Answer;
import io.zkhelper.session.Cancellable;
import io.zkhelper.session.Change;
import io.zkhelper.session.Directories;
import io.zkhelper.session.EventLoop;
import io.zkhelper.session.Hold;
import io.zkhelper.session.Moment;
import io.zkhelper.session.NodeData;
import io.zkhelper.session.Paths;
import io.zkhelper.session.Session;
import io.zkhelper.session.ZnodeError;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Creates the node of a contender, and finds it again when the answer was lost.
 *
 * @since 1.0.0
 */
public final class Arrival {

	private static final Logger logger = LoggerFactory.getLogger(Arrival.class);

	/**
	 * A directory may be reaped between its making and its use, but hardly that often.
	 */
	private static final int MAX_TRIES = 5;

	private static final int MAX_CONTENDERS = 10_000;

	private final Session session;

	private final EventLoop loop;

	private final ClaimSpec spec;

	private final int maxDirectories;

	private String identity = "";

	private int directoriesMade;

	private long transaction;

	private @Nullable Moment creationSent;

	private @Nullable Moment heldBack;

	private boolean waited;

	private @Nullable CompletableFuture<Answer<List<String>>> namesBehind;

	Arrival(Session session, EventLoop loop, ClaimSpec spec) {
		this.session = session;
		this.loop = loop;
		this.spec = spec;
		this.maxDirectories = spec.makesDirectory() ? MAX_TRIES : 0;
	}

	/**
	 * Come to the end of the queue, with a node of another identity than before; or to
	 * the place that another client has left in this session.
	 * @param created takes the node
	 */
	void begin(Consumer<Answer<Contender>> created) {
		this.identity = this.loop.newIdentity();
		this.spec.memory().add(this.identity, this.session);
		this.session.takeOver(this.spec.directory())
			.ifPresentOrElse((left) -> succeed(left, created), () -> create(created));
	}

	private void succeed(String left, Consumer<Answer<Contender>> created) {
		new Adoption(this.session, this.spec, this.identity, (place) -> {
			adopt(this.identity, place.own(), place.origin());
			created.accept(Answer.of(place.own()));
		}, () -> create(created)).start(left);
	}

	private void create(Consumer<Answer<Contender>> created) {
		Change.Create node = new Change.Create(this.spec.path(this.spec.form().prefix(this.identity)),
				this.spec.payload().apply(this.identity), this.spec.form().kind());
		Moment sent = this.loop.now();
		CompletableFuture<Answer<List<String>>> names = new CompletableFuture<>();
		this.session.znodes().create(node, (answer) -> {
			if (answer.failedWith(ZnodeError.NO_NODE) && this.directoriesMade < this.maxDirectories) {
				makeDirectory(created);
			}
			else {
				this.directoriesMade = 0;
				created.accept(answer.map((data) -> arrived(data, sent, names)));
			}
		});
		// Right behind, without waiting: the same server answers both in this order, so
		// that the names show at least everybody who came before
		this.session.znodes().list(this.spec.directory(), names::complete);
	}

	private Contender arrived(NodeData node, Moment sent, CompletableFuture<Answer<List<String>>> names) {
		Contender own = contender(node);
		adopt(this.identity, own, node.stat().czxid());
		this.creationSent = sent;
		this.namesBehind = names;
		return own;
	}

	/**
	 * The node is there already.
	 * @param identity the identity of the contender
	 * @param own the own node
	 * @param token the transaction by which it has come to its place
	 */
	void adopt(String identity, Contender own, long token) {
		logger.debug("{} has come to its place by transaction {}", own, token);
		this.identity = identity;
		this.transaction = token;
		this.creationSent = null;
		this.heldBack = null;
		this.waited = false;
		this.namesBehind = null;
	}

	/**
	 * Return the identity of the contender, which the name of the node shows.
	 * @return the identity, empty before {@link Claim#join()}
	 */
	public String identity() {
		return this.identity;
	}

	/**
	 * Return the transaction by which the node has come to its place.
	 * @return the token
	 */
	public FencingToken token() {
		return new FencingToken(this.transaction, 0);
	}

	/**
	 * Remember nothing of the node any more, because it is gone.
	 */
	public void forget() {
		this.spec.memory().forget(this.identity);
	}

	/**
	 * The node is held.
	 * @return ends its heartbeats
	 */
	Cancellable onHeld(Hold hold) {
		this.spec.memory().holds(this.identity, hold.lease());
		return hold::release;
	}

	/**
	 * Somebody is ahead. The creation confirms no more, unless the own node is known to
	 * be there when that one goes.
	 */
	void onBehind() {
		this.waited = true;
		this.heldBack = this.creationSent;
		this.creationSent = null;
	}

	/**
	 * Who was ahead has gone.
	 * @param there whether the own node was there then, for sure
	 */
	void onNextGone(boolean there) {
		this.creationSent = there ? this.heldBack : null;
	}

	/**
	 * Return whether somebody has been ahead, or may have been.
	 * @return {@code false} if the contender was first right when it came
	 */
	public boolean hasWaited() {
		return this.waited || this.creationSent == null;
	}

	/**
	 * Return when the creation of the node was sent, if the contender was first right
	 * then, or was next and is known to have been there when who was ahead went: such a
	 * creation is a committed transaction that names the node, and confirms as well as
	 * another one, for as long as a lease that counts from it.
	 * @return the moment, empty if a transaction is needed
	 */
	public Optional<Moment> confirmedByCreation() {
		return Optional.ofNullable(this.creationSent);
	}

	/**
	 * Return the names that were read right behind the creation, once: they show the
	 * queue as it was when the node came.
	 */
	Optional<CompletableFuture<Answer<List<String>>>> takeNames() {
		Optional<CompletableFuture<Answer<List<String>>>> names = Optional.ofNullable(this.namesBehind)
			.map((behind) -> behind.thenApply(this::unlessTooMany));
		this.namesBehind = null;
		return names;
	}

	// A list over a megabyte would cost everybody in the queue the connection (hazard
	// H12)
	private Answer<List<String>> unlessTooMany(Answer<List<String>> names) {
		boolean tooMany = names.isOk() && names.value().size() > MAX_CONTENDERS;
		return tooMany ? Answer.refused(ZnodeError.QUEUE_FULL, this.spec.directory()) : names;
	}

	private void makeDirectory(Consumer<Answer<Contender>> created) {
		new Directories(this.session.znodes()).ensureContainer(this.spec.directory(), (answer) -> {
			if (answer.isOk()) {
				this.directoriesMade++;
				create(created);
			}
			else if (answer.why().error().isOutcomeUnknown()) {
				this.session.whenConnected(() -> create(created));
			}
			else {
				created.accept(new Answer<>(null, answer.why()));
			}
		});
	}

	private static Contender contender(NodeData node) {
		String name = Paths.nameOf(node.path());
		return Contender.parse(name)
			.orElseThrow(() -> new IllegalStateException("The server has made a node of a strange name: " + name));
	}

	/**
	 * Look for the node, for as long as it takes.
	 * @param found takes the node, empty if it does not exist in this session
	 */
	void search(Consumer<Optional<Contender>> found) {
		new OwnNodeSearch(this.session, this.spec, this.identity, (node) -> {
			Optional<Contender> own = node.map(Arrival::contender);
			own.ifPresent((contender) -> adopt(this.identity, contender, node.orElseThrow().stat().czxid()));
			found.accept(own);
		}).start();
	}

}
