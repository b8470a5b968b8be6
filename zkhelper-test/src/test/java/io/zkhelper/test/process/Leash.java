package io.zkhelper.test.process;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Ends a process when the one that has started it is gone, so that none is left behind.
 */
public final class Leash {

	private Leash() {
	}

	public static void attach() {
		Thread thread = new Thread(Leash::watch, "leash");
		thread.setDaemon(true);
		thread.start();
	}

	private static void watch() {
		try {
			while (System.in.read() >= 0) {
				continue;
			}
			Runtime.getRuntime().halt(3);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
