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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.zkhelper.session.Answer;
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

	// Timeouts come on a thread that the whole JVM shares
	private final Executor executor;

	private volatile int current;

	Servers(List<URI> addresses, HttpClient http, Duration timeout) {
		this.addresses = List.copyOf(addresses);
		this.http = http;
		this.timeout = timeout;
		this.executor = http.executor().orElseGet(new CompletableFuture<>()::defaultExecutor);
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
			.handleAsync((response, problem) -> (problem != null) ? Try.failed(Promise.causeOf(problem))
					: read(question, server, response), this.executor)
			.thenCompose((result) -> {
				if (result.problem() instanceof IOException problem) {
					return ask(question, (index + 1) % this.addresses.size(),
							Failure.append(failures, server, problem));
				}
				this.current = index;
				return result.stage();
			});
	}

	// The timeout of an HttpRequest ends with the headers, before JDK 26 (JDK-8208693)
	private CompletableFuture<HttpResponse<byte[]>> send(URI address) {
		HttpRequest request = HttpRequest.newBuilder(address).header("Accept", "application/json").build();
		CompletableFuture<HttpResponse<byte[]>> sent = this.http.sendAsync(request, BodyHandlers.ofByteArray());
		return sent.copy()
			.orTimeout(TimeUnit.NANOSECONDS.convert(this.timeout), TimeUnit.NANOSECONDS)
			.exceptionallyCompose((problem) -> {
				sent.cancel(true);
				return CompletableFuture.failedFuture((problem instanceof TimeoutException)
						? new HttpTimeoutException("no whole answer within " + this.timeout) : problem);
			});
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
