package io.zkhelper.boot.cell;

import io.zkhelper.boot.autoconfigure.ZkHelperAutoConfiguration;
import io.zkhelper.boot.cache.NodeCacheAutoConfiguration;
import io.zkhelper.boot.cache.NodeCaches;
import io.zkhelper.boot.cache.ZnodeReader;
import io.zkhelper.boot.election.LeaderElectionAutoConfiguration;
import io.zkhelper.boot.election.LeaderElections;
import io.zkhelper.boot.guard.AheadOfTime;
import io.zkhelper.boot.lock.CellLocks;
import io.zkhelper.boot.lock.DistributedLockAutoConfiguration;
import io.zkhelper.boot.lock.DistributedLocked;
import io.zkhelper.cache.NodeCache;
import io.zkhelper.cell.CellClients;
import io.zkhelper.lock.DistributedLocks;
import io.zkhelper.session.ZkClient;
import org.junit.jupiter.api.Test;

import org.springframework.aop.support.AopUtils;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.core.test.tools.CompileWithForkedClassLoader;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for an application with cells and without {@code zkhelper.connect-string} that
 * was generated ahead of time.
 */
class CellsOnlyAotTests {

	private static final TestPropertyValues PROPERTIES = TestPropertyValues.of("zkhelper.auto-start=false",
			"zkhelper.cells.connect-strings.ny=localhost:2", "zkhelper.cells.connect-strings.nj=localhost:3",
			"zkhelper.cells.local=ny", "zkhelper.elections.reports.cell=local", "zkhelper.cache.paths=/");

	@Test
	@CompileWithForkedClassLoader
	void hasTheSameBeans() {
		AheadOfTime.run(PROPERTIES, (context) -> {
			assertThat(context.getBeanNamesForType(ZkClient.class)).isEmpty();
			assertThat(context.getBeanNamesForType(DistributedLocks.class)).isEmpty();
			assertThat(context.getBeanNamesForType(NodeCache.class)).isEmpty();
			assertThat(context.getBean(LeaderElections.class).cell("reports")).contains("ny");
			assertThat(context.getBean(LeaderElections.class).names()).containsExactly("reports");
			assertThat(context.getBean(CellClients.class).views()).filteredOn((view) -> view.session().isPresent())
				.extracting("cell")
				.containsExactly("ny");
			assertThat(context.getBean(CellLocks.class).of("nj").get("ledger")).isNotNull();
			assertThat(context.getBean(NodeCaches.class)).isNotNull();
			assertThat(context.getBean(ZnodeReader.class)).isNotNull();
			assertThat(AopUtils.isCglibProxy(context.getBean(Ledger.class))).isTrue();
		}, ZkHelperAutoConfiguration.class, CellAutoConfiguration.class, LeaderElectionAutoConfiguration.class,
				DistributedLockAutoConfiguration.class, NodeCacheAutoConfiguration.class, Ledger.class);
	}

	static class Ledger {

		@DistributedLocked(value = "ledger", cell = "nj")
		void close() {
		}

	}

}
