package io.zkhelper.cache;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.zkhelper.session.Answer;
import io.zkhelper.session.ListenerThreads;
import io.zkhelper.session.Promise;
import org.jspecify.annotations.Nullable;

/**
 * Asks one server after the other, beginning with the one that has answered last.
 */
final class Servers {

	private static final int OK = 200;

	private static final List<Integer> REFUSALS = List.of(400, 401, 403);

	private final List<URI> addresses;

	private final HttpClient http;

	private final Duration timeout;

	private final Executor threads = ListenerThreads.start();

	private volatile int current;

	Servers(List<URI> addresses, HttpClient http, Duration timeout) {
		this.addresses = List.copyOf(addresses);
		this.http = http;
		this.timeout = timeout;
	}

	CompletionStage<List<Answer<CachedNode>>> ask(Question question) {
		return ask(question, this.current, List.of());
	}

	private CompletionStage<List<Answer<CachedNode>>> ask(Question question, int index, List<Failure> failures) {
		if (failures.size() == this.addresses.size()) {
			return CompletableFuture.failedStage(unavailable(failures));
		}
		URI server = this.addresses.get(index);
		return send(question.to(server))
			.handle((response, problem) -> (problem != null) ? Try.failed(Promise.causeOf(problem))
					: read(question, server, response))
			.thenCompose((result) -> {
				if (result.problem() instanceof IOException problem) {
					return ask(question, (index + 1) % this.addresses.size(),
							Failure.append(failures, server, problem));
				}
				this.current = index;
				return result.stage();
			});
	}

	private CompletableFuture<HttpResponse<byte[]>> send(URI address) {
		HttpRequest request = HttpRequest.newBuilder(address).header("Accept", "application/json").build();
		CompletableFuture<HttpResponse<byte[]>> answer = new CompletableFuture<>();
		FutureTask<?> call = new FutureTask<>(() -> send(request, answer), null);
		this.threads.execute(call);
		// Timeouts come on a thread that the whole JVM shares
		return answer.orTimeout(TimeUnit.NANOSECONDS.convert(this.timeout), TimeUnit.NANOSECONDS)
			.exceptionallyComposeAsync((problem) -> CompletableFuture
				.failedFuture((problem instanceof TimeoutException) ? stop(call) : problem), this.threads);
	}

	// By sendAsync the JDK would start a thread for each answer on two processors or one
	private void send(HttpRequest request, CompletableFuture<HttpResponse<byte[]>> answer) {
		try {
			answer.complete(this.http.send(request, BodyHandlers.ofByteArray()));
		}
		catch (IOException | InterruptedException | RuntimeException ex) {
			answer.completeExceptionally(ex);
		}
	}

	// The timeout of an HttpRequest ends with the headers, before JDK 26 (JDK-8208693)
	private HttpTimeoutException stop(FutureTask<?> call) {
		call.cancel(true);
		return new HttpTimeoutException("no whole answer within " + this.timeout);
	}

	private static Try read(Question question, URI server, HttpResponse<byte[]> response) {
		int status = response.statusCode();
		if (REFUSALS.contains(status)) {
			String message = Json.read(response.body()).map((json) -> json.text("message")).orElse("");
			return Try.failed(new CacheRefusedException("Server '%s' refused to answer for %s with status %d: %s"
				.formatted(server, question.paths().stream().collect(Collectors.joining("', '", "'", "'")), status,
						message.isEmpty() ? "no reason given" : message),
					status));
		}
		Optional<List<Answer<CachedNode>>> answers = (status == OK) ? NodeFormat.read(response.body())
				: Optional.empty();
		return answers.filter(question::isAnsweredBy)
			.map(Try::of)
			.orElseGet(() -> Try
				.failed(new IOException("status " + status + ((status == OK) ? ", but not such an answer" : ""))));
	}

	private static CacheUnavailableException unavailable(List<Failure> failures) {
		String all = failures.stream().map(Failure::toString).collect(Collectors.joining("; "));
		return new CacheUnavailableException("None of the servers answers: " + all,
				failures.get(failures.size() - 1).problem());
	}

	/**
	 * How it went with one server.
	 */
	private record Try(List<Answer<CachedNode>> answers, @Nullable Throwable problem) {

		static Try of(List<Answer<CachedNode>> answers) {
			return new Try(answers, null);
		}

		static Try failed(Throwable problem) {
			return new Try(List.of(), problem);
		}

		CompletionStage<List<Answer<CachedNode>>> stage() {
			return (this.problem != null) ? CompletableFuture.failedStage(this.problem)
					: CompletableFuture.completedStage(this.answers);
		}

	}

	/**
	 * Why one server has not answered.
	 */
	private record Failure(URI server, IOException problem) {

		static List<Failure> append(List<Failure> failures, URI server, IOException problem) {
			return Stream.concat(failures.stream(), Stream.of(new Failure(server, problem))).toList();
		}

		@Override
		public String toString() {
			String why = this.problem.getMessage();
			return "'%s' (%s)".formatted(this.server, (why != null) ? why : this.problem.getClass().getSimpleName());
		}

	}

}
