package io.zkhelper.test.cell;

import java.util.List;

import io.zkhelper.tree.ZkGlob;
import io.zkhelper.tree.ZkTree;
import io.zkhelper.test.world.World;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Wildcards in the place of the cell, and trees in cells. Whoever uses these blocks, so
 * time has to pass by itself.
 */
@Timeout(60)
abstract class CellTreeContract extends CellScenes {

	CellTreeContract(List<? extends World> worlds) {
		super(worlds);
	}

	private void populate() {
		for (String shard : List.of("2", "0", "1")) {
			ny().write("/zk/ny/shards/%s/actionlog".formatted(shard), "");
		}
		nj().write("/zk/nj/shards/1/actionlog", "");
		nj().write("/zk/nj/shards/0", "");
	}

	private List<String> resolve(String pattern) throws InterruptedException {
		return ZkGlob.resolve(process().nodes(), List.of(pattern));
	}

	@Test
	@DisplayName("TC-11: a wildcard for the cell finds the nodes of all cells, by the order of their names")
	void cells() throws InterruptedException {
		populate();
		assertThat(resolve("/zk/*/shards")).containsExactly("/zk/nj/shards", "/zk/ny/shards");
	}

	@Test
	@DisplayName("TC-12: wildcards for the cell and below it")
	void cellsAndChildren() throws InterruptedException {
		populate();
		assertThat(resolve("/zk/*/shards/*/actionlog")).containsExactly("/zk/nj/shards/1/actionlog",
				"/zk/ny/shards/0/actionlog", "/zk/ny/shards/1/actionlog", "/zk/ny/shards/2/actionlog");
	}

	@Test
	void treesGrowInCellsThatAreEmpty() throws InterruptedException {
		ZkTree tree = ZkTree.on(process().nodes());
		assertThat(tree.create("/zk/local/a/b", new byte[] { 1 }).path()).isEqualTo("/zk/ny/a/b");
		assertThat(tree.listDescendants("/zk/ny")).hasSize(2);
		tree.deleteRecursive("/zk/local/a");
		assertThat(ny().children("/zk")).containsExactly("ny");
		assertThat(ny().children("/zk/ny")).isEmpty();
	}

}
