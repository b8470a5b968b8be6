package io.zkhelper.boot.lock;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;

import io.zkhelper.boot.actuate.LocksEndpoint;
import io.zkhelper.boot.autoconfigure.ZkHelperAutoConfiguration;
import io.zkhelper.boot.election.LeaderElectionAutoConfiguration;
import io.zkhelper.lock.DistributedLocks;
import io.zkhelper.lock.HeldLock;
import io.zkhelper.lock.LockListener;
import io.zkhelper.lock.LockOutcome;
import io.zkhelper.lock.LockOwner;
import io.zkhelper.lock.LockQueue;
import io.zkhelper.lock.LockTimeoutException;
import io.zkhelper.session.SessionState;
import io.zkhelper.session.ZkClient;
import io.zkhelper.test.server.EmbeddedZooKeeper;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import reactor.core.publisher.Mono;

import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for applications that contend for locks by way of a real server.
 */
class LockServerTests {

	// The common pool has one thread on two processors, which blocks with its first task
	private static final Executor OWN_THREAD = (task) -> new Thread(task, "holder").start();

	private final EmbeddedZooKeeper server = EmbeddedZooKeeper.start();

	private final ConfigurableApplicationContext first = run("first");

	private final ConfigurableApplicationContext second = run("second");

	private final CountDownLatch gate = new CountDownLatch(1);

	@AfterEach
	void stop() {
		this.gate.countDown();
		this.first.close();
		this.second.close();
		this.server.close();
	}

	@Test
	void oneRunsAndTheOtherFallsBackOrThrows() {
		CompletableFuture<String> running = hold("5");
		Job other = job(this.second);
		assertThat(change(other, "5")).isEqualTo("fallback for 5");
		assertThatExceptionOfType(LockTimeoutException.class).isThrownBy(() -> other.require("5"))
			.withMessageContainingAll("Lock 'order-5' was not acquired within PT0.5S", "held by 'first'");
		assertThat(other.require("6")).isEqualTo("ran");
		this.gate.countDown();
		assertThat(running).succeedsWithin(Duration.ofSeconds(5)).asString().startsWith("changed 5 with 0");
	}

	@Test
	void whoWaitsRunsNext() {
		CompletableFuture<String> running = hold("5");
		CompletableFuture<String> waiting = CompletableFuture.supplyAsync(() -> job(this.second).waitFor("5"),
				OWN_THREAD);
		await(() -> waiting(this.second) == 1);
		assertThat(waiting).isNotDone();
		this.gate.countDown();
		assertThat(running).succeedsWithin(Duration.ofSeconds(5));
		assertThat(waiting).succeedsWithin(Duration.ofSeconds(5)).isEqualTo("waited");
	}

	@Test
	void aFutureHoldsTheLockUntilItCompletes() {
		CompletableFuture<String> work = new CompletableFuture<>();
		job(this.first).future(work);
		assertThat(job(this.second).mono().blockOptional(Duration.ofSeconds(10))).isEmpty();
		work.complete("done");
		await(() -> job(this.second).mono().blockOptional(Duration.ofSeconds(10)).isPresent());
	}

	@Test
	void aSubscriberThatLeavesTheQueueLeavesNothingBehind() {
		CompletableFuture<String> work = new CompletableFuture<>();
		job(this.first).future(work);
		var subscription = job(this.second).patientMono().subscribe();
		await(() -> waiting(this.second) == 1);
		subscription.dispose();
		await(() -> waiting(this.second) == 0);
		work.complete("done");
		// A node of nobody would be the first in the queue now
		await(() -> job(this.first).mono().blockOptional(Duration.ofSeconds(10)).isPresent());
	}

	@Test
	void takesWhatLooksLikeAnExpressionLiterally() {
		String attack = "#{T(java.lang.Runtime).getRuntime().exec('true')}";
		hold(attack);
		assertThat(locks(this.first).local()).singleElement()
			.satisfies((lock) -> assertThat(lock.name()).isEqualTo("order-" + attack));
	}

	@Test
	void tellsListenersByTheTemplate() {
		CompletableFuture<String> running = hold("5");
		change(job(this.second), "5");
		this.gate.countDown();
		assertThat(running).succeedsWithin(Duration.ofSeconds(5));
		await(() -> this.first.getBean(Heard.class).attempts().contains("ended order-#{#id}"));
		assertThat(this.first.getBean(Heard.class).attempts()).containsExactly("ACQUIRED order-#{#id}",
				"ended order-#{#id}");
		assertThat(this.second.getBean(Heard.class).attempts()).containsExactly("TIMED_OUT order-#{#id}");
	}

	@Test
	void saysWhoHasIt() {
		hold("5");
		LockOwner owner = queue("order-5").first().flatMap(LockQueue.Place::owner).orElseThrow();
		assertThat(owner.process().instance()).isEqualTo("first");
		assertThat(owner.thread()).isEqualTo("holder");
		assertThat(owner.description()).isEqualTo("LockServerTests.Job.change");
		assertThat(owner.trace()).hasValue("4bf92f3577b34da6a3ce929d0e0e4736");
	}

	private CompletableFuture<String> hold(String id) {
		CompletableFuture<String> running = new CompletableFuture<>();
		OWN_THREAD.execute(() -> {
			MDC.put("traceId", "4bf92f3577b34da6a3ce929d0e0e4736");
			running.completeAsync(() -> change(job(this.first), id), Runnable::run);
		});
		await(() -> locks(this.first).local().stream().anyMatch((lock) -> !lock.holds().isEmpty()));
		return running;
	}

	private String change(Job job, String id) {
		try {
			return job.change(id, this.gate, null);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Test
	void theEndpointShowsTheQueueAndSaysWhenTheServersAreAway() {
		hold("5");
		LocksEndpoint endpoint = new LocksEndpoint(locks(this.second));
		assertThat((Object) endpoint.queue(new String[] { "order-5" }, null)).asString()
			.contains("size=1", "holds=true", "instance=first");
		assertThat((Object) endpoint.queue(new String[] { "order-6" }, null)).asString().contains("size=0");
		this.server.stop();
		assertThatIllegalStateException().isThrownBy(() -> endpoint.queue(new String[] { "order-5" }, null))
			.withMessageContaining("The servers could not be asked about lock 'order-5'");
		assertThat((Object) new LocksEndpoint(locks(this.first)).locks()).asString().contains("name=order-5");
	}

	private ConfigurableApplicationContext run(String instance) {
		ConfigurableApplicationContext context = new SpringApplicationBuilder(Application.class)
			.web(WebApplicationType.NONE)
			.bannerMode(Banner.Mode.OFF)
			.logStartupInfo(false)
			.properties("zkhelper.session-timeout=30s", "zkhelper.tick-time=200ms",
					"zkhelper.connect-string=" + this.server.connectString(), "zkhelper.participant.id=" + instance)
			.run();
		await(() -> context.getBean(ZkClient.class).state() == SessionState.CONNECTED);
		return context;
	}

	private static Job job(ConfigurableApplicationContext context) {
		return context.getBean(Job.class);
	}

	private static DistributedLocks locks(ConfigurableApplicationContext context) {
		return context.getBean(DistributedLocks.class);
	}

	private static int waiting(ConfigurableApplicationContext context) {
		return locks(context).local().stream().mapToInt((lock) -> lock.waiting().size()).sum();
	}

	private LockQueue queue(String lock) {
		return locks(this.second).inspect(lock).toCompletableFuture().join();
	}

	private static void await(Callable<Boolean> condition) {
		Awaitility.await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(20)).until(condition);
	}

	@ImportAutoConfiguration({ ZkHelperAutoConfiguration.class, LeaderElectionAutoConfiguration.class,
			DistributedLockAutoConfiguration.class })
	static class Application {

		@Bean
		Job job() {
			return new Job();
		}

		@Bean
		Heard heard() {
			return new Heard(new CopyOnWriteArrayList<>());
		}

	}

	record Heard(List<String> attempts) implements LockListener {

		@Override
		public void onAttempt(String lock, LockOutcome outcome, Duration took) {
			this.attempts.add(outcome + " " + lock);
		}

		@Override
		public void onHoldEnded(String lock, Duration held) {
			this.attempts.add("ended " + lock);
		}

	}

	static class Job {

		@DistributedLocked(value = "order-#{#id}", waitFor = "500ms", fallbackMethod = "fallback")
		String change(String id, CountDownLatch gate, HeldLock lock) throws InterruptedException {
			gate.await();
			return "changed " + id + " with " + lock.token();
		}

		String fallback(String id, CountDownLatch gate) {
			return "fallback for " + id;
		}

		@DistributedLocked(value = "order-#{#id}", waitFor = "500ms", onBusy = OnBusy.THROW)
		String require(String id) {
			return "ran";
		}

		@DistributedLocked(value = "order-#{#id}", onBusy = OnBusy.THROW)
		String waitFor(String id) {
			return "waited";
		}

		@DistributedLocked("asynchronous")
		CompletableFuture<String> future(CompletableFuture<String> work) {
			return work;
		}

		@DistributedLocked(value = "asynchronous", waitFor = "100ms")
		Mono<String> mono() {
			return Mono.just("ran");
		}

		@DistributedLocked(value = "asynchronous", waitFor = "1m")
		Mono<String> patientMono() {
			return Mono.just("ran");
		}

	}

}
