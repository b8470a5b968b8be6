package io.zkhelper.boot.election;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

import io.zkhelper.election.LeaderElection;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the end of an application that serves requests and runs jobs meanwhile.
 */
class WebShutdownTests {

	// The common pool has one thread on two processors, which blocks with its first task
	private static final Executor OWN_THREAD = (task) -> new Thread(task).start();

	private static final Duration SOON = Duration.ofSeconds(10);

	private final HttpClient http = HttpClient.newHttpClient();

	@Test
	void whatIsUnderWayIsFinishedAndAnswered() {
		ConfigurableApplicationContext context = SpringApplication.run(Application.class, "--zkhelper.mode=single",
				"--server.port=0");
		Job job = context.getBean(Job.class);
		LeaderElection election = context.getBean(LeaderElection.class);
		await(election::isLeader);
		CompletableFuture<HttpResponse<String>> request = get("guarded", context);
		await(() -> job.isBegunTwice());
		CompletableFuture<Void> closing = CompletableFuture.runAsync(context::close, OWN_THREAD);
		await(() -> !election.isLeader());
		assertThat(get("open", context)).succeedsWithin(SOON).extracting(HttpResponse::body).isEqualTo("served");
		assertThat(closing).isNotDone();
		job.finish();
		assertThat(request).succeedsWithin(SOON).extracting(HttpResponse::body).isEqualTo("done");
		assertThat(closing).succeedsWithin(SOON);
		assertThat(job.isFinishedTwice()).isTrue();
	}

	private CompletableFuture<HttpResponse<String>> get(String path, ConfigurableApplicationContext context) {
		URI uri = URI.create(
				"http://localhost:%s/%s".formatted(context.getEnvironment().getProperty("local.server.port"), path));
		return this.http.sendAsync(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
	}

	private static void await(Callable<Boolean> condition) {
		Awaitility.await().atMost(SOON).until(condition);
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@EnableScheduling
	@Import({ Job.class, Pages.class })
	static class Application {

	}

	static class Job {

		private final CountDownLatch begun = new CountDownLatch(2);

		private final CountDownLatch finish = new CountDownLatch(1);

		private final CountDownLatch finished = new CountDownLatch(2);

		@LeaderOnly
		@Scheduled(fixedRate = 100)
		void scheduled() throws InterruptedException {
			work();
		}

		@LeaderOnly
		void requested() throws InterruptedException {
			work();
		}

		// Methods, as the proxy has no state of its own
		boolean isBegunTwice() {
			return this.begun.getCount() == 0;
		}

		void finish() {
			this.finish.countDown();
		}

		boolean isFinishedTwice() {
			return this.finished.getCount() == 0;
		}

		private void work() throws InterruptedException {
			this.begun.countDown();
			if (this.finish.await(10, TimeUnit.SECONDS)) {
				this.finished.countDown();
			}
		}

	}

	@RestController
	static class Pages {

		private final Job job;

		Pages(Job job) {
			this.job = job;
		}

		@GetMapping("/guarded")
		String guarded() throws InterruptedException {
			this.job.requested();
			return "done";
		}

		@GetMapping("/open")
		String open() {
			return "served";
		}

	}

}
