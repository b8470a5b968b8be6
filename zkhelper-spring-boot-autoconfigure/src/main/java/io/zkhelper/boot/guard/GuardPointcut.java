package io.zkhelper.boot.guard;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.aop.support.StaticMethodMatcherPointcut;
import org.springframework.util.ClassUtils;

/**
 * Matches guarded methods.
 */
class GuardPointcut extends StaticMethodMatcherPointcut {

	private final Map<Class<?>, GuardedClass> classes = new ConcurrentHashMap<>();

	private final GuardedMethods<?> methods;

	GuardPointcut(GuardedMethods<?> methods) {
		this.methods = methods;
		setClassFilter((type) -> guardedClass(type).isGuarded());
	}

	GuardedClass guardedClass(Class<?> type) {
		Class<?> userType = ClassUtils.getUserClass(type);
		GuardedClass known = this.classes.get(userType);
		if (known == null) {
			known = GuardedClass.read(userType, this.methods);
			this.classes.put(userType, known);
		}
		return known;
	}

	@Override
	public boolean matches(Method method, Class<?> type) {
		return this.methods.find(method, type).isPresent();
	}

}
