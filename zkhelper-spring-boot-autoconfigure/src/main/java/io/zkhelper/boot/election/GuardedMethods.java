package io.zkhelper.boot.election;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

import io.zkhelper.election.Leadership;
import io.zkhelper.session.Paths;
import org.jspecify.annotations.Nullable;

import org.springframework.aop.support.AopUtils;
import org.springframework.core.MethodClassKey;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.ReflectionUtils;

/**
 * Reads from annotations which methods are guarded and how, once for each method.
 */
class GuardedMethods {

	private final Map<MethodClassKey, Optional<GuardedMethod>> methods = new ConcurrentHashMap<>();

	private final UnaryOperator<String> placeholders;

	GuardedMethods(UnaryOperator<String> placeholders) {
		this.placeholders = placeholders;
	}

	/**
	 * Return how a method is guarded.
	 * @param method the method, of a class or of an interface
	 * @param type the class of the bean
	 * @return the guard, empty if the method isn't guarded
	 * @throws InvalidGuardException if it can't be
	 */
	Optional<GuardedMethod> find(Method method, Class<?> type) {
		MethodClassKey key = new MethodClassKey(method, type);
		Optional<GuardedMethod> known = this.methods.get(key);
		if (known == null) {
			known = read(method, type);
			this.methods.put(key, known);
		}
		return known;
	}

	/**
	 * As {@link #find}, without keeping the answer: most beans have no guarded method.
	 */
	Optional<GuardedMethod> read(Method method, Class<?> type) {
		return readSpecific(AopUtils.getMostSpecificMethod(method, type), type);
	}

	private Optional<GuardedMethod> readSpecific(Method method, Class<?> type) {
		if (method.getDeclaringClass() == Object.class || ReflectionUtils.isObjectMethod(method)) {
			return Optional.empty();
		}
		LeaderOnly annotation = AnnotatedElementUtils.findMergedAnnotation(method, LeaderOnly.class);
		if (annotation == null && isGuardedWithItsClass(method)) {
			annotation = AnnotatedElementUtils.findMergedAnnotation(type, LeaderOnly.class);
		}
		return Optional.ofNullable(annotation).map((present) -> read(present, method, type));
	}

	private static boolean isGuardedWithItsClass(Method method) {
		return !Modifier.isStatic(method.getModifiers()) && !Modifier.isPrivate(method.getModifiers())
				&& !method.isSynthetic() && !LifecycleCallbacks.contain(method);
	}

	private GuardedMethod read(LeaderOnly annotation, Method method, Class<?> type) {
		CallStyle style = CallStyle.of(method.getReturnType());
		Method fallback = fallback(annotation, method, type);
		if (fallback != null && annotation.onSkip() == OnSkip.THROW) {
			throw new InvalidGuardException(method, "it has both a fallbackMethod and onSkip = THROW",
					"Choose one of the two.");
		}
		if (fallback == null && annotation.onSkip() == OnSkip.EMPTY && !style.hasEmptyValue()) {
			throw new InvalidGuardException(method,
					"there is no empty value of its return type '%s' for skipped calls"
						.formatted(method.getReturnType().getName()),
					"Use onSkip = OnSkip.THROW, or name a fallbackMethod, or return void, Optional, CompletionStage, "
							+ "Mono or Flux. Where a class is annotated, annotate its methods instead, or make this one private.");
		}
		return new GuardedMethod(method, election(annotation, method), annotation.onSkip(), fallback, style);
	}

	private String election(LeaderOnly annotation, Method method) {
		String name = this.placeholders.apply(annotation.value());
		if (!annotation.value().isEmpty()) {
			requireName(name, method);
		}
		return name;
	}

	private static void requireName(String name, Method method) {
		try {
			Paths.segment("an election", name);
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidGuardException(method, String.valueOf(ex.getMessage()),
					"Name the election with 1 to %d bytes, such as \"reports\"; without a name it is the default one."
						.formatted(Paths.MAX_NAME_BYTES));
		}
	}

	private static @Nullable Method fallback(LeaderOnly annotation, Method method, Class<?> type) {
		String name = annotation.fallbackMethod();
		if (name.isEmpty()) {
			return null;
		}
		Class<?>[] parameters = Arrays.stream(method.getParameterTypes())
			.filter((parameter) -> parameter != Leadership.class)
			.toArray(Class<?>[]::new);
		Method fallback = ReflectionUtils.findMethod(type, name, parameters);
		if (fallback == null || !method.getReturnType().isAssignableFrom(fallback.getReturnType())) {
			throw new InvalidGuardException(method, "its class has no fitting fallbackMethod '%s'".formatted(name),
					"Declare '%s %s(%s)' there.".formatted(method.getReturnType().getSimpleName(), name,
							String.join(", ", Arrays.stream(parameters).map(Class::getSimpleName).toList())));
		}
		ReflectionUtils.makeAccessible(fallback);
		return fallback;
	}

}
