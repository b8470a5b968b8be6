package io.zkhelper.fence;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.zkhelper.claim.FencingToken;
import io.zkhelper.session.Paths;

/**
 * The header of HTTP that carries a token with its name: <pre>
 * Fencing-Token: "0000000100000005-00000000"; name="reports"
 * </pre> A structured field (RFC 9651), an item that is a string and has one parameter.
 * In the name, everything but letters, digits, {@code _ -} and inner dots is
 * percent-encoded as UTF-8.
 *
 * @since 1.0.0
 */
public final class FencingHeader {

	/** The name of the header. */
	public static final String NAME = "Fencing-Token";

	private static final int MAX_LENGTH = 700;

	private static final Pattern FORM = Pattern
		.compile("\"([0-7][0-9a-f]{15}-[0-7][0-9a-f]{7})\" *; *name=\"((?:[A-Za-z0-9_.-]|%[0-9A-F]{2})+)\"");

	private FencingHeader() {
	}

	/**
	 * Return the value of the header for a token.
	 * @param token the token with its name
	 * @return the value
	 */
	public static String format(NamedToken token) {
		return "\"%s\"; name=\"%s\"".formatted(token.token(), Paths.segment("a fence", token.name()));
	}

	/**
	 * Return the token that {@link #format} has written. Nothing else is accepted.
	 * @param value the value of the header
	 * @return the token with its name
	 * @throws IllegalArgumentException if the value is not of that form
	 */
	public static NamedToken parse(String value) {
		Matcher form = FORM.matcher((value.length() <= MAX_LENGTH) ? value : "");
		if (!form.matches()) {
			throw new IllegalArgumentException(
					"expected a text such as \"0000000100000005-00000000\"; name=\"reports\", of at most %d characters"
						.formatted(MAX_LENGTH));
		}
		NamedToken token = new NamedToken(URLDecoder.decode(form.group(2), StandardCharsets.UTF_8),
				FencingToken.parse(form.group(1)));
		// One name, one text: %61 and invalid UTF-8 would make others
		if (!Paths.segment("a fence", token.name()).equals(form.group(2))) {
			throw new IllegalArgumentException(
					"the name is not percent-encoded as expected: only what has to be, as UTF-8");
		}
		return token;
	}

}
