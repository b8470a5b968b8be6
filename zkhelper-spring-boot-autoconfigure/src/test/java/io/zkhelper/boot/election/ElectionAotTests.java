package io.zkhelper.boot.election;

import io.zkhelper.boot.autoconfigure.ZkHelperAutoConfiguration;
import io.zkhelper.boot.guard.AheadOfTime;
import org.junit.jupiter.api.Test;

import org.springframework.aop.support.AopUtils;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.core.test.tools.CompileWithForkedClassLoader;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for beans that were generated ahead of time.
 */
class ElectionAotTests {

	private static final TestPropertyValues PROPERTIES = TestPropertyValues.of("zkhelper.mode=off",
			"zkhelper.elections.reports.observer=true");

	@Test
	@CompileWithForkedClassLoader
	void guardsAndInjectsAsBefore() {
		AheadOfTime.run(PROPERTIES, (context) -> {
			assertThat(AopUtils.isCglibProxy(context.getBean(ElectionLifecycleTests.Job.class))).isTrue();
			assertThat(context.getBean(ElectionBeansTests.Injected.class).election().name()).isEqualTo("default");
			assertThat(context.getBean(ElectionBeansTests.Qualified.class).election().name()).isEqualTo("reports");
			assertThat(context.getBean(LeaderElections.class).names()).containsExactly("default", "reports");
		}, ZkHelperAutoConfiguration.class, LeaderElectionAutoConfiguration.class, ElectionLifecycleTests.Job.class,
				ElectionBeansTests.Injected.class, ElectionBeansTests.Qualified.class);
	}

}
