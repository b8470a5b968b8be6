package io.zkhelper.test.cell;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

import io.zkhelper.cell.CellClients;
import io.zkhelper.cell.CellDirectory;
import io.zkhelper.cell.CellSource;
import io.zkhelper.cell.LocalCellResolver;
import io.zkhelper.session.NodeException;
import io.zkhelper.session.SessionState;
import io.zkhelper.session.ZkClient;
import io.zkhelper.session.ZnodeError;
import io.zkhelper.test.world.RealWorld;
import io.zkhelper.test.world.SimulatedWorld;
import io.zkhelper.test.world.World;
import org.junit.jupiter.api.AfterEach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * The cells ny and nj with an ensemble each, and a process in ny.
 */
abstract class CellScenes {

	private final Map<String, World> worlds = new LinkedHashMap<>();

	private final List<CellClients> processes = new ArrayList<>();

	private final List<ZkClient> connected = new ArrayList<>();

	CellScenes(List<? extends World> worlds) {
		this.worlds.put("ny", worlds.get(0));
		this.worlds.put("nj", worlds.get(1));
	}

	static List<World> simulated() {
		SimulatedWorld first = new SimulatedWorld();
		return List.of(first, first.beside());
	}

	static List<World> calm() {
		return List.of(RealWorld.calm(), RealWorld.calm());
	}

	@AfterEach
	void closeEverything() {
		this.processes.forEach(CellClients::closeAsync);
		this.worlds.values().forEach(World::close);
	}

	final World ny() {
		return in("ny");
	}

	final World nj() {
		return in("nj");
	}

	private World in(String cell) {
		return this.worlds.get(cell);
	}

	/**
	 * Start a process in ny.
	 */
	final CellClients process() {
		return process(Duration.ofSeconds(20));
	}

	final CellClients process(Duration patience) {
		CellDirectory directory = CellDirectory.load(CellSource.of(Map.of("ny", "ny:2181", "nj", "nj:2181")),
				LocalCellResolver.create().withCell("ny"));
		CellClients process = CellClients.of(directory, (servers) -> connect(servers.substring(0, 2)), patience);
		this.processes.add(process);
		return process;
	}

	private ZkClient connect(String cell) {
		ZkClient client = in(cell).connect();
		this.connected.add(client);
		return client;
	}

	/**
	 * Return how many connections were opened.
	 */
	final int connections() {
		return this.connected.size();
	}

	final void awaitState(ZkClient client, SessionState state) {
		ny().await("the client is " + state, () -> client.state() == state);
	}

	/**
	 * Wait for an answer.
	 */
	final <T> T answer(CompletionStage<T> stage) {
		return over(stage).join();
	}

	/**
	 * Wait for an answer that refuses.
	 */
	final ZnodeError refusal(CompletionStage<?> stage) {
		Throwable failure = failure(stage);
		assertThat(failure).isInstanceOf(NodeException.class);
		return ((NodeException) failure).error();
	}

	final Throwable failure(CompletionStage<?> stage) {
		Throwable failure = catchThrowable(over(stage)::join);
		assertThat(failure).isInstanceOf(CompletionException.class);
		return failure.getCause();
	}

	private <T> CompletableFuture<T> over(CompletionStage<T> stage) {
		CompletableFuture<T> future = stage.toCompletableFuture();
		ny().await("an answer", future::isDone);
		return future;
	}

}
