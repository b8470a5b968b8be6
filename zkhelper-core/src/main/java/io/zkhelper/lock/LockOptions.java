package io.zkhelper.lock;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import io.zkhelper.claim.Safety;
import org.jspecify.annotations.Nullable;

/**
 * How a lock is taken and kept. Immutable; each {@code with…} method returns another one.
 * Threads of one process that use equal options stand in the queue together and pass the
 * lock on among themselves.
 *
 * @since 1.0.0
 */
public final class LockOptions {

	/**
	 * The defaults: as fast as can be, given back when closed, and gone with the session.
	 */
	public static final LockOptions DEFAULT = new LockOptions();

	private static final int MAX_DESCRIPTION = 500;

	private Safety safety = Safety.STANDARD;

	private @Nullable Duration lease;

	private Duration retention = Duration.ZERO;

	private NodeNaming naming = NodeNaming.PROTECTED;

	private String description = "";

	private @Nullable String template;

	private boolean persistent;

	private boolean interruptingOnLoss;

	private boolean creatingDirectory = true;

	private LockOptions() {
	}

	private LockOptions with(Consumer<LockOptions> change) {
		LockOptions copy = new LockOptions();
		copy.safety = this.safety;
		copy.lease = this.lease;
		copy.retention = this.retention;
		copy.naming = this.naming;
		copy.description = this.description;
		copy.template = this.template;
		copy.persistent = this.persistent;
		copy.interruptingOnLoss = this.interruptingOnLoss;
		copy.creatingDirectory = this.creatingDirectory;
		change.accept(copy);
		return copy;
	}

	/**
	 * Return these options with another level of safety.
	 * @param safety what the promise rests on, {@link Safety#STANDARD} by default;
	 * {@link Safety#STRICT} costs two more round trips, and a wait of about a lease after
	 * a holder that went without releasing. All processes have to choose the same
	 * @return the other options
	 */
	public LockOptions withSafety(Safety safety) {
		return with((copy) -> copy.safety = safety);
	}

	/**
	 * Return these options with another lease.
	 * @param lease how long the lock is held without another heartbeat; {@code null} for
	 * the longest that survives one lost heartbeat under the session timeout; cut down to
	 * what is safe if it is longer
	 * @return the other options
	 * @throws IllegalArgumentException if it is not positive
	 */
	public LockOptions withLease(@Nullable Duration lease) {
		if (lease != null && (lease.isNegative() || lease.isZero())) {
			throw new IllegalArgumentException("'lease' must be positive but was " + lease);
		}
		return with((copy) -> copy.lease = lease);
	}

	/**
	 * Return these options with another retention.
	 * @param retention how long this process keeps the lock after the last thread has let
	 * go, so that the next one has it at once and without the servers. It lets go earlier
	 * if another process comes. Zero, the default, for not at all; without meaning for
	 * read-write locks and semaphores
	 * @return the other options
	 * @throws IllegalArgumentException if it is negative
	 */
	public LockOptions withRetention(Duration retention) {
		if (retention.isNegative()) {
			throw new IllegalArgumentException("'retention' must not be negative but was " + retention);
		}
		return with((copy) -> copy.retention = retention);
	}

	/**
	 * Return these options with another form of names.
	 * @param naming how nodes are named
	 * @return the other options
	 */
	public LockOptions withNaming(NodeNaming naming) {
		return with((copy) -> copy.naming = naming);
	}

	/**
	 * Return these options with a description.
	 * @param description what the lock is wanted for, shown to those who ask who has it
	 * @return the other options
	 * @throws IllegalArgumentException if it has over 500 characters
	 */
	public LockOptions withDescription(String description) {
		if (description.length() > MAX_DESCRIPTION) {
			throw new IllegalArgumentException("'description' must not have over %d characters but has %d"
				.formatted(MAX_DESCRIPTION, description.length()));
		}
		return with((copy) -> copy.description = description);
	}

	/**
	 * Return these options with a template.
	 * @param template what stands for the name where names would be too many, in meters
	 * for example: the name with its variable parts as placeholders
	 * @return the other options
	 */
	public LockOptions withTemplate(String template) {
		return with((copy) -> copy.template = template);
	}

	/**
	 * Return these options for a lock that outlives its process: when the process dies,
	 * an operator has to break the lock, see {@link DistributedLocks#breakLock}. When it
	 * is lost in another way, nobody else gets it before the hold is closed.
	 * @param persistent whether the lock outlives its process
	 * @return the other options
	 */
	public LockOptions persistent(boolean persistent) {
		return with((copy) -> copy.persistent = persistent);
	}

	/**
	 * Return these options with or without an interrupt.
	 * @param interrupting whether to interrupt the thread that has acquired the lock when
	 * it is lost, and not closed yet; without meaning for asynchronous forms
	 * @return the other options
	 */
	public LockOptions interruptingOnLoss(boolean interrupting) {
		return with((copy) -> copy.interruptingOnLoss = interrupting);
	}

	/**
	 * Return these options with or without making the directory.
	 * @param creating whether to make the directory of the lock where it is missing,
	 * which is the default; otherwise the lock is refused then
	 * @return the other options
	 */
	public LockOptions creatingDirectory(boolean creating) {
		return with((copy) -> copy.creatingDirectory = creating);
	}

	/**
	 * Return what the promise rests on.
	 * @return the level of safety
	 */
	public Safety safety() {
		return this.safety;
	}

	/**
	 * Return how long the lock is held without another heartbeat.
	 * @return the lease, empty for the default
	 */
	public Optional<Duration> lease() {
		return Optional.ofNullable(this.lease);
	}

	/**
	 * Return how long the process keeps the lock unused.
	 * @return the retention, zero for not at all
	 */
	public Duration retention() {
		return this.retention;
	}

	/**
	 * Return how nodes are named.
	 * @return the form of the names
	 */
	public NodeNaming naming() {
		return this.naming;
	}

	/**
	 * Return what the lock is wanted for.
	 * @return the description, may be empty
	 */
	public String description() {
		return this.description;
	}

	/**
	 * Return what stands for the name where names would be too many.
	 * @return the template, empty if there is none
	 */
	public Optional<String> template() {
		return Optional.ofNullable(this.template);
	}

	/**
	 * Return whether the lock outlives its process.
	 * @return {@code true} if an operator has to break it then
	 */
	public boolean isPersistent() {
		return this.persistent;
	}

	/**
	 * Return whether the thread that has acquired the lock is interrupted by its loss.
	 * @return {@code true} if it is
	 */
	public boolean isInterruptingOnLoss() {
		return this.interruptingOnLoss;
	}

	/**
	 * Return whether the directory is made where it is missing.
	 * @return {@code true} if it is
	 */
	public boolean isCreatingDirectory() {
		return this.creatingDirectory;
	}

	private List<@Nullable Object> values() {
		return Arrays.asList(this.safety, this.lease, this.retention, this.naming, this.description, this.template,
				this.persistent, this.interruptingOnLoss, this.creatingDirectory);
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return this == other || (other instanceof LockOptions options && values().equals(options.values()));
	}

	@Override
	public int hashCode() {
		return values().hashCode();
	}

	@Override
	public String toString() {
		return "LockOptions" + values();
	}

}
