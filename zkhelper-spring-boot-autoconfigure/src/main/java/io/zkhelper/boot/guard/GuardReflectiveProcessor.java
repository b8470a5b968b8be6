package io.zkhelper.boot.guard;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.stream.Stream;

import org.springframework.aot.hint.ExecutableMode;
import org.springframework.aot.hint.ReflectionHints;
import org.springframework.aot.hint.annotation.SimpleReflectiveProcessor;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.util.ReflectionUtils;

/**
 * Keeps guarded methods in native images, and the methods that are called instead of
 * them.
 *
 * @since 1.0.0
 */
public class GuardReflectiveProcessor extends SimpleReflectiveProcessor {

	@Override
	protected void registerTypeHint(ReflectionHints hints, Class<?> type) {
		super.registerTypeHint(hints, type);
		registerFallback(hints, type, type);
	}

	@Override
	protected void registerMethodHint(ReflectionHints hints, Method method) {
		super.registerMethodHint(hints, method);
		registerFallback(hints, method, method.getDeclaringClass());
	}

	private static void registerFallback(ReflectionHints hints, AnnotatedElement guarded, Class<?> type) {
		MergedAnnotations.from(guarded)
			.stream()
			.flatMap((annotation) -> annotation.getValue("fallbackMethod", String.class).stream())
			.flatMap((name) -> named(name, type))
			.forEach((method) -> hints.registerMethod(method, ExecutableMode.INVOKE));
	}

	private static Stream<Method> named(String name, Class<?> type) {
		return Stream.of(ReflectionUtils.getAllDeclaredMethods(type)).filter((method) -> method.getName().equals(name));
	}

}
