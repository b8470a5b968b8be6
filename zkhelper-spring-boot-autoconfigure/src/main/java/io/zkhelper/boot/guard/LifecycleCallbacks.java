package io.zkhelper.boot.guard;

import java.io.Closeable;
import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.beans.factory.Aware;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.Lifecycle;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.Ordered;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/**
 * Methods that the container calls on every instance: a guarded class is started and
 * stopped like any other.
 */
final class LifecycleCallbacks {

	private static final List<Class<?>> INTERFACES = List.of(InitializingBean.class, DisposableBean.class,
			SmartInitializingSingleton.class, Lifecycle.class, SmartLifecycle.class, Ordered.class, AutoCloseable.class,
			Closeable.class);

	private LifecycleCallbacks() {
	}

	static boolean contain(Method method) {
		return callbackInterfaces(method.getDeclaringClass())
			.anyMatch((type) -> ReflectionUtils.findMethod(type, method.getName(), method.getParameterTypes()) != null);
	}

	private static Stream<Class<?>> callbackInterfaces(Class<?> type) {
		return ClassUtils.getAllInterfacesForClassAsSet(type)
			.stream()
			.filter((candidate) -> INTERFACES.contains(candidate) || Aware.class.isAssignableFrom(candidate));
	}

}
