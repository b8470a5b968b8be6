package io.zkhelper.boot.actuate;

import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.zkhelper.election.LeaderElection;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;

/**
 * What an operator may ask of an instance.
 */
enum LeaderAction {

	RESIGN(LeaderElection::resign),

	PAUSE(LeaderElection::pause),

	RESUME(LeaderElection::resume);

	private static final long PATIENCE_MILLIS = 1000;

	private final Function<LeaderElection, CompletionStage<Void>> operation;

	LeaderAction(Function<LeaderElection, CompletionStage<Void>> operation) {
		this.operation = operation;
	}

	static LeaderAction of(@Nullable String id) {
		return Arrays.stream(values())
			.filter((action) -> action.id().equals(id))
			.findFirst()
			.orElseThrow(() -> unknown(id));
	}

	private static InvalidEndpointRequestException unknown(@Nullable String id) {
		String ids = Arrays.stream(values()).map(LeaderAction::id).collect(Collectors.joining("', '", "'", "'"));
		String message = "'action' must be one of %s but was %s".formatted(ids,
				(id != null) ? "'" + id + "'" : "missing");
		return new InvalidEndpointRequestException(message, message);
	}

	String id() {
		return name().toLowerCase(Locale.ROOT);
	}

	String auditType() {
		return "LEADER_" + name();
	}

	/**
	 * Have it done, and wait for a moment: draining may take longer than a caller should
	 * wait for.
	 */
	void perform(LeaderElection election) {
		try {
			this.operation.apply(election).toCompletableFuture().get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
		}
		catch (TimeoutException ex) {
			// The answer shows how far it has come
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException("Election '%s' did not %s".formatted(election.name(), id()), ex);
		}
	}

}
