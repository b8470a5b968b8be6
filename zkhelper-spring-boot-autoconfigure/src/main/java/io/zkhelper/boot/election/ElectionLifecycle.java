package io.zkhelper.boot.election;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.SmartLifecycle;

/**
 * Joins late and leaves first: elections start when the application is ready, and stop
 * before anything that guarded methods may need. Its phase is the highest one.
 * <p>
 * Where no {@code SpringApplication} runs the context, nobody says that it is ready, and
 * elections start with the life cycle. So they do when it starts again.
 */
class ElectionLifecycle implements SmartLifecycle, ApplicationListener<ApplicationReadyEvent> {

	private static final Logger logger = LoggerFactory.getLogger(ElectionLifecycle.class);

	private final ApplicationContext context;

	private final ElectionPreparation preparation;

	private final JoinedElections elections;

	private final Duration patience;

	private CompletableFuture<Void> reminder = CompletableFuture.completedFuture(null);

	private boolean ready;

	private volatile boolean running;

	ElectionLifecycle(ApplicationContext context, ElectionPreparation preparation, JoinedElections elections,
			Duration patience) {
		this.context = context;
		this.preparation = preparation;
		this.elections = elections;
		this.patience = patience;
		// Registered by SpringApplication, and by nothing else
		this.ready = !context.containsLocalBean("springApplicationArguments");
	}

	@Override
	public void start() {
		this.preparation.run();
		this.elections.publish();
		this.running = true;
		if (this.ready) {
			this.elections.start();
		}
		else {
			remindLater();
		}
	}

	private void remindLater() {
		this.reminder = new CompletableFuture<>();
		this.reminder.completeOnTimeout(null, this.patience.toMillis(), TimeUnit.MILLISECONDS).thenRun(this::remind);
	}

	private void remind() {
		logger.warn("Elections {} are not joined yet, {} s after the start: they wait for the application to be ready, "
				+ "and an ApplicationRunner or CommandLineRunner has not returned. Let endless work run elsewhere",
				this.elections.names(), this.patience.toSeconds());
	}

	@Override
	public void onApplicationEvent(ApplicationReadyEvent event) {
		if (event.getApplicationContext() == this.context) {
			this.ready = true;
			this.reminder.cancel(false);
			if (this.running) {
				this.elections.start();
			}
		}
	}

	@Override
	public void stop(Runnable callback) {
		this.running = false;
		this.reminder.cancel(false);
		this.elections.stop().whenComplete((unused, ex) -> callback.run());
	}

	@Override
	public void stop() {
		stop(() -> {
		});
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

}
