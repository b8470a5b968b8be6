package io.zkhelper.test.simulation;

import java.util.ArrayList;
import java.util.List;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import org.slf4j.LoggerFactory;

/**
 * What the engine logs on the thread of one simulation, from WARN on.
 */
final class Overheard {

	private static final ThreadLocal<Overheard> current = new ThreadLocal<>();

	static {
		Logger logger = (Logger) LoggerFactory.getLogger("io.zkhelper");
		AppenderBase<ILoggingEvent> ear = new AppenderBase<>() {

			@Override
			protected void append(ILoggingEvent event) {
				Overheard listener = current.get();
				if (listener != null && event.getLevel().isGreaterOrEqual(Level.WARN)) {
					listener.events.add(event);
				}
			}

		};
		ear.start();
		logger.addAppender(ear);
	}

	private final List<ILoggingEvent> events = new ArrayList<>();

	private Overheard() {
	}

	/**
	 * Run simulations without their logs on the console, where thousands of them would
	 * write.
	 */
	static void silently(Runnable simulations) {
		Logger logger = (Logger) LoggerFactory.getLogger("io.zkhelper");
		Level before = logger.getLevel();
		boolean additive = logger.isAdditive();
		logger.setLevel(Level.WARN);
		logger.setAdditive(false);
		try {
			simulations.run();
		}
		finally {
			logger.setAdditive(additive);
			logger.setLevel(before);
		}
	}

	/**
	 * Listen to this thread, until somebody else does.
	 */
	static Overheard start() {
		Overheard overheard = new Overheard();
		current.set(overheard);
		return overheard;
	}

	List<String> errors() {
		return this.events.stream()
			.filter((event) -> event.getLevel() == Level.ERROR)
			.map(ILoggingEvent::getFormattedMessage)
			.toList();
	}

	/**
	 * Return what the timer has found that looks after the watches.
	 */
	List<String> missedWatches() {
		return this.events.stream()
			.map(ILoggingEvent::getFormattedMessage)
			.filter((message) -> message.contains("was not told by its watch"))
			.toList();
	}

}
