package io.zkhelper.session;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Listeners that are told of things in order, each on its own, so that a slow one delays
 * neither the engine nor the others. All methods are for the event loop.
 *
 * @param <L> the type of listener
 * @since 1.0.0
 */
public final class Listeners<L> {

	private final Executor executor;

	// By key rather than by listener, since the same listener may be added twice
	private final Map<Object, Entry<L>> entries = new LinkedHashMap<>();

	/**
	 * Create an empty list.
	 * @param executor runs the listeners
	 */
	public Listeners(Executor executor) {
		this.executor = executor;
	}

	/**
	 * Add a listener.
	 * @param key names it for {@link #remove(Object)}
	 * @param listener the listener
	 * @param current tells it how things stand
	 */
	public void add(Object key, L listener, Consumer<? super L> current) {
		Entry<L> entry = new Entry<>(listener, new Mailbox(this.executor));
		this.entries.put(key, entry);
		entry.mailbox().post(() -> current.accept(listener));
	}

	/**
	 * Remove a listener; what was sent before is still delivered.
	 * @param key the key it was added with
	 */
	public void remove(Object key) {
		this.entries.remove(key);
	}

	/**
	 * Remove all listeners; what was sent before is still delivered.
	 */
	public void clear() {
		this.entries.clear();
	}

	/**
	 * Return whether there is nobody to tell.
	 * @return {@code true} if there is none
	 */
	public boolean isEmpty() {
		return this.entries.isEmpty();
	}

	/**
	 * Tell everybody.
	 * @param message what to tell
	 */
	public void tell(Consumer<? super L> message) {
		this.entries.values().forEach((entry) -> entry.mailbox().post(() -> message.accept(entry.listener())));
	}

	/**
	 * Tell everybody something that makes an earlier message of this kind worthless: who
	 * is slow gets only the last of several in a row.
	 * @param message what to tell
	 */
	public void tellLatest(Consumer<? super L> message) {
		this.entries.values().forEach((entry) -> entry.mailbox().postLatest(() -> message.accept(entry.listener())));
	}

	private record Entry<L>(L listener, Mailbox mailbox) {
	}

}
