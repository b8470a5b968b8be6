package io.zkhelper.boot.election;

import org.junit.jupiter.api.Test;

import org.springframework.core.OverridingClassLoader;
import org.springframework.core.SmartClassLoader;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link GuardedClass}.
 */
class GuardedClassTests {

	private final GuardedMethods methods = new GuardedMethods((text) -> text);

	@Test
	void takesAnInheritedAnnotationForTheOverridingMethod() {
		assertThat(GuardedClass.read(Child.class, this.methods).methods())
			.extracting((guarded) -> guarded.method().toString())
			.containsOnly(Child.class.getDeclaredMethods()[0].toString());
	}

	@Test
	void leavesClassesAloneWhoseMethodsReferToMissingOnes() throws ClassNotFoundException {
		Class<?> broken = new WithoutMissing().loadClass(Broken.class.getName());
		assertThat(GuardedClass.read(broken, this.methods).isGuarded()).isFalse();
	}

	static class Parent {

		@LeaderOnly
		void run() {
		}

	}

	static class Child extends Parent {

		@Override
		void run() {
		}

	}

	static class Missing {

	}

	static class Broken {

		void run(Missing missing) {
		}

	}

	static class WithoutMissing extends OverridingClassLoader implements SmartClassLoader {

		WithoutMissing() {
			super(GuardedClassTests.class.getClassLoader());
		}

		@Override
		public Class<?> loadClass(String name) throws ClassNotFoundException {
			if (name.equals(Missing.class.getName())) {
				throw new ClassNotFoundException(name);
			}
			return super.loadClass(name);
		}

		@Override
		protected boolean isEligibleForOverriding(String name) {
			return name.equals(Broken.class.getName());
		}

	}

}
