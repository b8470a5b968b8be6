package io.zkhelper.test.cell;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.zkhelper.cell.CellClients;
import io.zkhelper.session.Change;
import io.zkhelper.session.NodeData;
import io.zkhelper.session.NodeKind;
import io.zkhelper.session.NodeStat;
import io.zkhelper.session.SessionState;
import io.zkhelper.session.ZkClient;
import io.zkhelper.session.ZkNodes;
import io.zkhelper.session.ZnodeError;
import io.zkhelper.test.world.World;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * What becomes of requests in cells whose servers come and go.
 */
abstract class CellAbsenceContract extends CellScenes {

	CellAbsenceContract(List<? extends World> worlds) {
		super(worlds);
	}

	private static Change.Create node(String path) {
		return new Change.Create(path, new byte[0], NodeKind.PERSISTENT);
	}

	@Test
	void requestsWaitForTheServersInOrder() {
		ny().stopServers();
		CellClients process = process();
		List<CompletableFuture<NodeData>> created = new ArrayList<>();
		created.add(process.nodes().create(node("/zk/ny")).toCompletableFuture());
		created.add(process.nodes().create(node("/zk/local/a")).toCompletableFuture());
		created.add(process.nodes().create(node("/zk/ny/a/b")).toCompletableFuture());
		ny().during(Duration.ofMillis(100), "they wait", () -> created.stream().noneMatch(CompletableFuture::isDone));
		ny().startServers();
		assertThat(created.stream().map(this::answer).map(NodeData::path)).containsExactly("/zk/ny", "/zk/ny/a",
				"/zk/ny/a/b");
	}

	@Test
	void theOtherCellIsServedMeanwhile() {
		ny().stopServers();
		CellClients process = process();
		CompletableFuture<NodeData> waiting = process.nodes().read("/zk/ny").toCompletableFuture();
		answer(process.nodes().create(node("/zk/nj")));
		assertThat(waiting.isDone()).isFalse();
	}

	@Test
	@DisplayName("F-28: of requests whose answers were lost, those that read are sent again, and no others")
	void onlyReadsAreRepeated() {
		CellClients process = process();
		answer(process.nodes().create(node("/zk/ny")));
		ZkClient client = process.client("ny");
		ny().deafen(client);
		CompletableFuture<NodeStat> write = process.nodes().setData("/zk/ny", new byte[0], 0).toCompletableFuture();
		CompletableFuture<NodeData> read = process.nodes().read("/zk/ny").toCompletableFuture();
		ny().await("the connection is lost", () -> client.state() != SessionState.CONNECTED);
		ny().heal(client);
		assertThat(refusal(write)).isEqualTo(ZnodeError.CONNECTION_LOSS);
		assertThat(answer(read).stat().version()).isOne();
	}

	@Test
	void whatMakesNoSenseDoesNotWait() {
		ny().stopServers();
		ZkNodes nodes = process().nodes("ny");
		byte[] much = new byte[2_000_000];
		assertThatIllegalArgumentException().isThrownBy(() -> nodes.read("x")).withMessageContaining("'x'");
		assertThatIllegalArgumentException().isThrownBy(() -> nodes.delete("/x/", 0)).withMessageContaining("'/x/'");
		assertThatIllegalArgumentException().isThrownBy(() -> nodes.create(node("/x//y")))
			.withMessageContaining("'/x//y'");
		assertThatIllegalArgumentException().isThrownBy(() -> nodes.setData("/x", much, 0))
			.withMessageContaining("1000000 bytes");
		assertThatIllegalArgumentException().isThrownBy(() -> nodes.multi(List.of()))
			.withMessageContaining("'changes'");
	}

	@Test
	void patienceRunsOut() {
		ny().stopServers();
		CellClients process = process(Duration.ofMillis(50));
		assertThat(refusal(process.nodes().read("/zk/ny"))).isEqualTo(ZnodeError.CONNECTION_LOSS);
		assertThat(refusal(process.nodes().delete("/zk/ny", 0))).isEqualTo(ZnodeError.CONNECTION_LOSS);
	}

	@Test
	void withoutPatienceNothingWaits() {
		ny().stopServers();
		assertThat(refusal(process(Duration.ZERO).nodes().read("/zk/ny"))).isEqualTo(ZnodeError.CONNECTION_LOSS);
	}

	@Test
	void closingGivesUpWhatWaits() {
		ny().stopServers();
		CellClients process = process();
		CompletableFuture<NodeData> waiting = process.nodes().read("/zk/ny").toCompletableFuture();
		process.closeAsync();
		assertThat(refusal(waiting)).isEqualTo(ZnodeError.CONNECTION_LOSS);
	}

}
