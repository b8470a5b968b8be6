package io.zkhelper.boot.lock;

import io.zkhelper.boot.autoconfigure.ZkHelperAutoConfiguration;
import io.zkhelper.boot.election.LeaderElectionAutoConfiguration;
import io.zkhelper.boot.election.LeaderOnly;
import io.zkhelper.boot.guard.AheadOfTime;
import io.zkhelper.lock.DistributedLocks;
import org.junit.jupiter.api.Test;

import org.springframework.aot.hint.ReflectionHints;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.annotation.ReflectiveRuntimeHintsRegistrar;
import org.springframework.aot.hint.predicate.ReflectionHintsPredicates;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.core.test.tools.CompileWithForkedClassLoader;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for locks in applications that were generated ahead of time, and for what native
 * images keep.
 */
class LockAotTests {

	private static final TestPropertyValues PROPERTIES = TestPropertyValues.of("zkhelper.mode=single");

	@Test
	@CompileWithForkedClassLoader
	void locksAsBefore() {
		AheadOfTime.run(PROPERTIES, (context) -> {
			DistributedLocks locks = context.getBean(DistributedLocks.class);
			assertThat(context.getBean(Orders.class).change(new Order(5), locks)).isEqualTo("[order-5]");
		}, ZkHelperAutoConfiguration.class, LeaderElectionAutoConfiguration.class,
				DistributedLockAutoConfiguration.class, Orders.class);
	}

	@Test
	void keepsMethodsFallbacksAndGettersOfParameters() throws NoSuchMethodException {
		RuntimeHints hints = new RuntimeHints();
		new ReflectiveRuntimeHintsRegistrar().registerRuntimeHints(hints, Orders.class, Led.class);
		ReflectionHintsPredicates reflection = RuntimeHintsPredicates.reflection();
		assertThat(hints)
			.matches(reflection
				.onMethodInvocation(Orders.class.getDeclaredMethod("change", Order.class, DistributedLocks.class)))
			.matches(reflection
				.onMethodInvocation(Orders.class.getDeclaredMethod("skipped", Order.class, DistributedLocks.class)))
			.matches(reflection.onMethodInvocation(Order.class.getMethod("id")))
			.matches(reflection.onMethodInvocation(Led.class.getDeclaredMethod("follow")))
			.matches(reflection.onMethodInvocation(Order.class.getDeclaredMethod("hidden")).negate());
	}

	@Test
	void keepsNothingOfTheJdk() {
		RuntimeHints hints = new RuntimeHints();
		new ReflectiveRuntimeHintsRegistrar().registerRuntimeHints(hints, Plain.class);
		ReflectionHints reflection = hints.reflection();
		assertThat(reflection.getTypeHint(String.class)).isNull();
		assertThat(reflection.getTypeHint(Plain.class)).isNotNull();
	}

	record Order(long id) {

		private static void hidden() {
		}

	}

	static class Orders {

		@DistributedLocked(value = "order-#{#order.id}", fallbackMethod = "skipped")
		String change(Order order, DistributedLocks locks) {
			return locks.local().stream().map((lock) -> lock.name()).toList().toString();
		}

		String skipped(Order order, DistributedLocks locks) {
			return "skipped";
		}

	}

	static class Led {

		@LeaderOnly(fallbackMethod = "follow")
		int lead() {
			return 1;
		}

		int follow() {
			return 2;
		}

	}

	static class Plain {

		@DistributedLocked("order-#{#id}")
		void change(String id) {
		}

	}

}
