package io.zkhelper.boot.guard;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import org.springframework.aop.support.AopUtils;
import org.springframework.core.MethodClassKey;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.ReflectionUtils;
import org.springframework.util.StringUtils;

/**
 * Reads from annotations which methods are guarded and how, once for each method.
 *
 * @param <A> the annotation
 */
class GuardedMethods<A extends Annotation> {

	private final Map<MethodClassKey, Optional<GuardedMethod>> methods = new ConcurrentHashMap<>();

	private final GuardKind<A> kind;

	private final UnaryOperator<String> placeholders;

	GuardedMethods(GuardKind<A> kind, UnaryOperator<String> placeholders) {
		this.kind = kind;
		this.placeholders = placeholders;
	}

	GuardKind<A> kind() {
		return this.kind;
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
		A annotation = AnnotatedElementUtils.findMergedAnnotation(method, this.kind.annotation());
		if (annotation == null && isGuardedWithItsClass(method)) {
			annotation = AnnotatedElementUtils.findMergedAnnotation(type, this.kind.annotation());
		}
		return Optional.ofNullable(annotation)
			.map((present) -> guarded(method, type, this.kind.read(present, method, this.placeholders)));
	}

	private static boolean isGuardedWithItsClass(Method method) {
		return !Modifier.isStatic(method.getModifiers()) && !Modifier.isPrivate(method.getModifiers())
				&& !method.isSynthetic() && !LifecycleCallbacks.contain(method);
	}

	private GuardedMethod guarded(Method method, Class<?> type, Gate gate) {
		CallStyle style = style(method);
		Method fallback = fallback(gate, method, type);
		String choice = this.kind.choice().getSimpleName();
		if (fallback != null && gate.isThrowing()) {
			throw refusal(method, "it has both a fallbackMethod and %s = THROW".formatted(attribute(choice)),
					"Choose one of the two.");
		}
		if (fallback == null && !gate.isThrowing() && !style.hasEmptyValue()) {
			throw refusal(method,
					"there is no empty value of its return type '%s' for skipped calls"
						.formatted(method.getReturnType().getName()),
					("Use %s = %s.THROW, or name a fallbackMethod, or return void, Optional, CompletionStage, Mono or "
							+ "Flux. Where a class is annotated, annotate its methods instead, or make this one private.")
						.formatted(attribute(choice), choice));
		}
		return new GuardedMethod(method, this.kind.parameter(), gate, fallback, style);
	}

	private CallStyle style(Method method) {
		if (CallStyle.endsUnseen(method)) {
			throw refusal(method, "it goes on after it has returned, and the end can't be seen",
					"Return a CompletionStage, a Mono or a Flux.");
		}
		return CallStyle.of(method.getReturnType());
	}

	private static String attribute(String choice) {
		return StringUtils.uncapitalize(choice);
	}

	private @Nullable Method fallback(Gate gate, Method method, Class<?> type) {
		String name = gate.fallbackMethod();
		if (name.isEmpty()) {
			return null;
		}
		Class<?>[] parameters = Arrays.stream(method.getParameterTypes())
			.filter((parameter) -> parameter != this.kind.parameter())
			.toArray(Class<?>[]::new);
		Method fallback = ReflectionUtils.findMethod(type, name, parameters);
		if (fallback == null || !method.getReturnType().isAssignableFrom(fallback.getReturnType())) {
			throw refusal(method, "its class has no fitting fallbackMethod '%s'".formatted(name),
					"Declare '%s %s(%s)' there.".formatted(method.getReturnType().getSimpleName(), name,
							String.join(", ", Arrays.stream(parameters).map(Class::getSimpleName).toList())));
		}
		ReflectionUtils.makeAccessible(fallback);
		return fallback;
	}

	InvalidGuardException refusal(Object guarded, String problem, String remedy) {
		return new InvalidGuardException(this.kind.annotation(), guarded, problem, remedy);
	}

}
