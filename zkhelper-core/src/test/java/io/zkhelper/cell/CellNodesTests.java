package io.zkhelper.cell;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.zkhelper.session.Change;
import io.zkhelper.session.NodeKind;
import io.zkhelper.session.NodeStat;
import io.zkhelper.session.ZkNodes;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for what {@link CellNodes} does without any connection.
 */
class CellNodesTests {

	private final CellClients process = CellClients.of(CellDirectory
		.load(CellSource.of(Map.of("ny", "ny:2181", "nj", "nj:2181")), LocalCellResolver.create().withCell("ny")),
			(servers) -> {
				throw new AssertionError("Nobody has to be asked, but " + servers + " would be");
			});

	private final ZkNodes nodes = this.process.nodes();

	private static Change.Create node(String path) {
		return new Change.Create(path, new byte[] { 1 }, NodeKind.PERSISTENT);
	}

	@Test
	void theCellsAreKnownWithoutAsking() {
		assertThat(this.nodes.children("/").toCompletableFuture()).isCompletedWithValue(List.of("zk"));
		assertThat(this.nodes.children("/zk").toCompletableFuture()).isCompletedWithValue(List.of("nj", "ny"));
		assertThat(this.nodes.exists("/zk").toCompletableFuture()).isCompletedWithValue(Optional.of(NodeStat.NONE));
		assertThat(this.process.views()).extracting(CellView::session).containsOnly(Optional.empty());
	}

	@Test
	void whatIsInNoCellIsRefusedBeforeAnyCall() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.nodes.read("/zk"));
		assertThatIllegalArgumentException().isThrownBy(() -> this.nodes.create(node("/zk/ny/../nj")));
		assertThatIllegalArgumentException().isThrownBy(() -> this.nodes.delete("/other/ny", 0));
		assertThatExceptionOfType(UnknownCellException.class).isThrownBy(() -> this.nodes.children("/zk/sf"))
			.withMessageContaining("[nj, ny]");
	}

	@Test
	void aTransactionIsOfOneCell() {
		List<Change> changes = List.of(node("/zk/local/a"), node("/zk/nj/a"));
		assertThatIllegalArgumentException().isThrownBy(() -> this.nodes.multi(changes))
			.withMessageContaining("[nj, ny]");
		assertThatIllegalArgumentException().isThrownBy(() -> this.nodes.multi(List.of()));
	}

	@Test
	void patienceIsNotNegative() {
		Duration negative = Duration.ofMillis(-1);
		assertThatIllegalArgumentException()
			.isThrownBy(() -> CellClients.of(this.process.directory(), (servers) -> null, negative))
			.withMessageContaining("'patience'");
	}

}
