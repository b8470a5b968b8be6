package io.zkhelper.boot.actuate;

import java.util.Locale;
import java.util.Set;

import org.springframework.boot.actuate.endpoint.SanitizableData;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;

/**
 * Hides the values of {@code zkhelper.security.credentials}, and of client properties
 * whose names tell that they are secret.
 *
 * @since 1.0.0
 */
public class SecretProperties implements SanitizingFunction {

	private static final Set<String> SECRET = Set.of("credential", "password", "passwd", "secret", "token");

	@Override
	public SanitizableData apply(SanitizableData data) {
		return isSecret(data.getKey()) ? data.withSanitizedValue() : data;
	}

	// Endpoints ask with keys as they were written, ZKHELPER_SECURITY_CREDENTIALS as well
	private static boolean isSecret(String key) {
		String canonical = key.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.]", ".");
		return canonical.startsWith("zkhelper.security.") && SECRET.stream().anyMatch(canonical::contains);
	}

}
