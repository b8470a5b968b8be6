package io.zkhelper.boot.guard;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.reflect.Method;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.Test;

import org.springframework.core.OverridingClassLoader;
import org.springframework.core.SmartClassLoader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link GuardedClass}.
 */
class GuardedClassTests {

	private final GuardedMethods<Watched> methods = new GuardedMethods<>(new WatchedKind(), UnaryOperator.identity());

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

		@Watched
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

	@Retention(RetentionPolicy.RUNTIME)
	@interface Watched {

	}

	enum OnWatch {

		THROW

	}

	static class WatchedKind implements GuardKind<Watched> {

		@Override
		public Class<Watched> annotation() {
			return Watched.class;
		}

		@Override
		public Class<? extends Enum<?>> choice() {
			return OnWatch.class;
		}

		@Override
		public Class<?> parameter() {
			return Thread.class;
		}

		@Override
		public Gate read(Watched annotation, Method method, UnaryOperator<String> placeholders) {
			Gate gate = mock(Gate.class);
			given(gate.fallbackMethod()).willReturn("");
			return gate;
		}

	}

}
