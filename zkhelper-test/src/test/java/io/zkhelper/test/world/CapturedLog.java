package io.zkhelper.test.world;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import org.slf4j.LoggerFactory;

/**
 * What one logger writes, for as long as this is open; it does not reach the console.
 */
public final class CapturedLog implements AutoCloseable {

	private final Logger logger;

	private final Level before;

	private final boolean additive;

	private final Lines lines = new Lines();

	private CapturedLog(Logger logger, Level level) {
		this.logger = logger;
		this.before = logger.getLevel();
		this.additive = logger.isAdditive();
		logger.setLevel(level);
		logger.setAdditive(false);
		this.lines.start();
		logger.addAppender(this.lines);
	}

	public static CapturedLog of(Class<?> source, Level level) {
		return of(source.getName(), level);
	}

	public static CapturedLog of(String name, Level level) {
		return new CapturedLog((Logger) LoggerFactory.getLogger(name), level);
	}

	public List<String> messages(Level level) {
		return this.lines.events.stream()
			.filter((event) -> event.getLevel() == level)
			.map(ILoggingEvent::getFormattedMessage)
			.toList();
	}

	@Override
	public void close() {
		this.logger.detachAppender(this.lines);
		this.logger.setAdditive(this.additive);
		this.logger.setLevel(this.before);
	}

	private static final class Lines extends AppenderBase<ILoggingEvent> {

		private final List<ILoggingEvent> events = new CopyOnWriteArrayList<>();

		@Override
		protected void append(ILoggingEvent event) {
			this.events.add(event);
		}

	}

}
