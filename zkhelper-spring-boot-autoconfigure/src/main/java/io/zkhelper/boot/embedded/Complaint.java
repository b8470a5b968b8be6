package io.zkhelper.boot.embedded;

import java.net.BindException;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * A problem that is tried again and told once: at once, unless it may go away by itself.
 */
final class Complaint {

	private final Duration patience;

	private long firstNanos;

	private boolean open;

	private boolean told;

	Complaint(Duration patience) {
		this.patience = patience;
	}

	void about(Exception problem, Consumer<Exception> listener) {
		if (!this.open) {
			this.open = true;
			this.firstNanos = System.nanoTime();
		}
		if (!this.told && !mayPass(problem)) {
			this.told = true;
			listener.accept(problem);
		}
	}

	// The process that served before may be about to go
	private boolean mayPass(Exception problem) {
		return problem instanceof BindException && System.nanoTime() - this.firstNanos < this.patience.toNanos();
	}

	void withdraw() {
		this.open = false;
		this.told = false;
	}

}
