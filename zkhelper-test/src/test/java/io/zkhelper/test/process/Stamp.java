package io.zkhelper.test.process;

import java.util.Locale;

/**
 * Stamps of {@link System#nanoTime()}, which all processes of a Linux machine read from
 * one clock.
 */
final class Stamp {

	private Stamp() {
	}

	static String millis(long nanos, long origin) {
		return String.format(Locale.ROOT, "%.3f", (nanos - origin) / 1e6);
	}

	static String seconds(long nanos) {
		return String.format(Locale.ROOT, "%.2f", nanos / 1e9);
	}

}
