package io.zkhelper.boot.lock;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;

import io.zkhelper.boot.guard.Advice;
import io.zkhelper.claim.Safety;
import io.zkhelper.lock.LockOptions;
import org.junit.jupiter.api.Test;

import org.springframework.aop.support.AopUtils;
import org.springframework.core.annotation.AliasFor;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for where the annotation may stand, and for what it asks of locks.
 */
class LockedBeansTests {

	@Test
	void locksByAnAnnotationOfTheApplicationsOwn() {
		LockRunner runner = LockRunner.with(Annotated.class);
		runner.run((context) -> {
			context.getBean(Annotated.class).run(5);
			assertThat(runner.stub.asked).containsExactly("order-5 PT1S");
		});
	}

	@Test
	void locksAllOfAClassButWhatBelongsToObject() {
		LockRunner runner = LockRunner.with(Locked.class);
		runner.run((context) -> {
			Locked locked = context.getBean(Locked.class);
			assertThat(locked).isEqualTo(locked).hasToString("locked");
			assertThat(locked.hashCode()).isEqualTo(locked.hashCode());
			assertThat(runner.stub.asked).isEmpty();
			locked.first();
			locked.second();
			assertThat(runner.stub.asked).containsExactly("class PT10S", "second PT10S");
		});
	}

	@Test
	void locksAMethodDeclaredByAnInterface() {
		LockRunner runner = LockRunner.with(OrdersByInterface.class)
			.withProperties("spring.aop.proxy-target-class=false");
		runner.run((context) -> {
			assertThat(AopUtils.isJdkDynamicProxy(context.getBean(Orders.class))).isTrue();
			context.getBean(Orders.class).change(7);
			assertThat(runner.stub.asked).containsExactly("order-7 PT10S");
		});
	}

	@Test
	void resolvesPlaceholdersFirst() {
		LockRunner runner = LockRunner.with(Configured.class).withProperties("app=shop", "wait=2s");
		runner.run((context) -> {
			context.getBean(Configured.class).run(5);
			assertThat(runner.stub.asked).containsExactly("shop-5 PT2S");
		});
	}

	@Test
	void saysWhatTheLockIsFor() {
		LockRunner runner = LockRunner.with(Configured.class).withProperties("app=shop", "wait=2s");
		runner.run((context) -> {
			context.getBean(Configured.class).run(5);
			LockOptions options = runner.stub.options.get(0);
			assertThat(options.template()).hasValue("${app}-#{#id}");
			assertThat(options.description()).isEqualTo("LockedBeansTests.Configured.run");
			assertThat(options.safety()).isEqualTo(Safety.STRICT);
		});
	}

	@Test
	void leavesOtherBeansAlone() {
		LockRunner.with(Plain.class)
			.run((context) -> assertThat(AopUtils.isAopProxy(context.getBean(Plain.class))).isFalse());
	}

	@Test
	void advisesOnceWhereClassAndMethodAreAnnotated() {
		LockRunner.with(Locked.class)
			.run((context) -> assertThat(Advice.namesOf(context.getBean(Locked.class)))
				.isEqualTo(List.of("@DistributedLocked")));
	}

	@DistributedLocked(value = "order-#{#id}", waitFor = "1s")
	@Retention(RetentionPolicy.RUNTIME)
	@interface OneByOne {

		@AliasFor(annotation = DistributedLocked.class, attribute = "onBusy")
		OnBusy onBusy() default OnBusy.THROW;

	}

	static class Annotated {

		@OneByOne
		int run(int id) {
			return id;
		}

	}

	@DistributedLocked("class")
	static class Locked {

		public void first() {
		}

		@DistributedLocked("second")
		public void second() {
		}

		@Override
		public boolean equals(Object other) {
			return super.equals(other);
		}

		@Override
		public int hashCode() {
			return 7;
		}

		@Override
		public String toString() {
			return "locked";
		}

	}

	interface Orders {

		@DistributedLocked("order-#{#id}")
		void change(long id);

	}

	static class OrdersByInterface implements Orders {

		@Override
		public void change(long id) {
		}

	}

	static class Configured {

		@DistributedLocked(value = "${app}-#{#id}", waitFor = "${wait}", safety = Safety.STRICT)
		void run(int id) {
		}

	}

	static class Plain {

		public void run() {
		}

	}

}
