package io.zkhelper.boot.guard;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/**
 * A class of beans, and those of its methods that are guarded.
 *
 * @param type the class
 * @param methods the guarded methods
 */
record GuardedClass(Class<?> type, List<GuardedMethod> methods) {

	private static final Logger logger = LoggerFactory.getLogger(GuardedClass.class);

	/**
	 * Read a class.
	 * @param type the class, not that of a proxy
	 * @param source reads methods
	 * @return the class, without methods if none is guarded
	 * @throws InvalidGuardException if a method can't be guarded by any proxy
	 */
	static GuardedClass read(Class<?> type, GuardedMethods<?> source) {
		List<GuardedMethod> methods = new ArrayList<>();
		if (!isInfrastructure(type) && AnnotationUtils.isCandidateClass(type, source.kind().annotation())) {
			for (Method method : declaredMethods(type, source)) {
				source.read(method, type).ifPresent((guarded) -> {
					requireInstanceMethod(method, source);
					methods.add(guarded);
				});
			}
		}
		return new GuardedClass(type, List.copyOf(methods));
	}

	// Most beans are Spring's own, and this is asked of each
	private static boolean isInfrastructure(Class<?> type) {
		return type.getName().startsWith("java.") || type.getName().startsWith("org.springframework.");
	}

	private static List<Method> declaredMethods(Class<?> type, GuardedMethods<?> source) {
		List<Method> methods = new ArrayList<>();
		try {
			ReflectionUtils.doWithMethods(type, methods::add, (method) -> !method.isSynthetic());
		}
		catch (IllegalStateException ex) {
			logger.warn("'{}' is not searched for @{}: its methods refer to a class that is missing", type.getName(),
					source.kind().annotation().getSimpleName(), ex);
		}
		return methods;
	}

	private static void requireInstanceMethod(Method method, GuardedMethods<?> source) {
		if (Modifier.isPrivate(method.getModifiers()) || Modifier.isStatic(method.getModifiers())) {
			throw source.refusal(method, "a proxy can't guard a private or static method",
					"Make it an instance method that is not private, and call it from another bean.");
		}
	}

	boolean isGuarded() {
		return !this.methods.isEmpty();
	}

	/**
	 * Make sure that a proxy made as subclass guards each method.
	 * @param source reads methods
	 * @throws InvalidGuardException if it doesn't
	 */
	void requireOverridable(GuardedMethods<?> source) {
		for (GuardedMethod guarded : this.methods) {
			if (Modifier.isFinal(guarded.method().getModifiers())) {
				throw source.refusal(guarded.method(), "a proxy can't override a final method",
						"Remove 'final' from the method.");
			}
		}
	}

	/**
	 * Make sure that a proxy with the interfaces of the class guards each method.
	 * @param source reads methods
	 * @throws InvalidGuardException if it doesn't
	 */
	void requireOnInterfaces(GuardedMethods<?> source) {
		for (GuardedMethod guarded : this.methods) {
			Method method = guarded.method();
			boolean direct = AnnotatedElementUtils.hasAnnotation(method, source.kind().annotation());
			if (direct && ClassUtils.getInterfaceMethodIfPossible(method, this.type).equals(method)
					&& !method.getDeclaringClass().isInterface()) {
				throw source.refusal(method, "it is on no interface of the class, so no proxy can guard it",
						"Declare it on an interface, or set spring.aop.proxy-target-class=true.");
			}
		}
	}

}
