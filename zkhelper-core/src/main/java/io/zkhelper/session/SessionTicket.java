package io.zkhelper.session;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * What a client hands over when it leaves its session: whoever has it may go on with the
 * session, once, as long as the servers keep it.
 * <p>
 * It is a secret, for it holds what the servers take for the session's owner. Never log
 * it, and pass it on as you would a password; {@link #toString()} shows nothing of it.
 *
 * @since 1.0.0
 */
public final class SessionTicket {

	private static final String FORM = "zkhelper-ticket-1";

	private final Owner owner;

	private final Duration timeout;

	private final String baton;

	private final List<String> left;

	SessionTicket(Owner owner, Duration timeout, String baton, List<String> left) {
		this.owner = owner;
		this.timeout = timeout;
		this.baton = baton;
		this.left = List.copyOf(left);
	}

	/**
	 * Return the ticket as text, for another process.
	 * @return one line of letters, digits, {@code -} and {@code _}, to be kept as secret
	 * as the ticket
	 */
	public String secret() {
		String text = String.join("\n", FORM, Long.toHexString(this.owner.id()),
				HexFormat.of().formatHex(this.owner.password()), Long.toString(this.timeout.toMillis()), this.baton,
				String.join("\n", this.left));
		return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Read the text of a ticket.
	 * @param secret what {@link #secret()} has returned, in this process or another one
	 * @return the ticket
	 * @throws IllegalArgumentException if it is something else; the message does not show
	 * it
	 */
	public static SessionTicket parse(String secret) {
		try {
			byte[] text = Base64.getUrlDecoder().decode(secret.strip());
			return ofLines(List.of(new String(text, StandardCharsets.UTF_8).split("\n")));
		}
		catch (IllegalArgumentException | IndexOutOfBoundsException ex) {
			// Without its cause, which shows parts of the text
			throw new IllegalArgumentException("'secret' is no session ticket, or only a part of one:"
					+ " pass on unchanged what SessionTicket.secret() has returned");
		}
	}

	private static SessionTicket ofLines(List<String> lines) {
		Owner owner = new Owner(Long.parseUnsignedLong(lines.get(1), 16), HexFormat.of().parseHex(lines.get(2)));
		Duration timeout = Duration.ofMillis(Long.parseLong(lines.get(3)));
		lines.subList(4, lines.size()).forEach((path) -> Paths.require("path", path));
		if (!lines.get(0).equals(FORM) || owner.id() == 0 || timeout.isNegative() || timeout.isZero()) {
			throw new IllegalArgumentException("Another form");
		}
		return new SessionTicket(owner, timeout, lines.get(4), lines.subList(5, lines.size()));
	}

	/**
	 * Return whom the servers take for the owner of the session. For handles.
	 * @return a secret
	 */
	public Owner owner() {
		return this.owner;
	}

	/**
	 * Return the smallest session timeout that the servers have granted the session so
	 * far.
	 */
	Duration timeout() {
		return this.timeout;
	}

	/**
	 * Return the node that is there for one taker.
	 */
	String baton() {
		return this.baton;
	}

	/**
	 * Return the nodes that were left for others to take their place.
	 */
	List<String> left() {
		return this.left;
	}

	@Override
	public String toString() {
		return "SessionTicket[secret]";
	}

	/**
	 * Whom the servers take for the owner of a session.
	 *
	 * @param id the session
	 * @param password its password
	 * @since 1.0.0
	 */
	public record Owner(long id, byte[] password) {

		public Owner {
			password = password.clone();
		}

		@Override
		public byte[] password() {
			return this.password.clone();
		}

		@Override
		public boolean equals(Object other) {
			return other instanceof Owner owner && owner.id == this.id && Arrays.equals(owner.password, this.password);
		}

		@Override
		public int hashCode() {
			return Long.hashCode(this.id);
		}

		@Override
		public String toString() {
			return "Owner[secret]";
		}

	}

}
