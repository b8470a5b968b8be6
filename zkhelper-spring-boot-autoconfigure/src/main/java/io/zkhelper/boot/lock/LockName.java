package io.zkhelper.boot.lock;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import io.zkhelper.boot.guard.InvalidGuardException;
import io.zkhelper.session.Paths;
import org.jspecify.annotations.Nullable;

import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.ParameterNameDiscoverer;
import org.springframework.expression.EvaluationContext;
import org.springframework.expression.EvaluationException;
import org.springframework.expression.Expression;
import org.springframework.expression.ParseException;
import org.springframework.expression.ParserContext;
import org.springframework.expression.common.CompositeStringExpression;
import org.springframework.expression.common.LiteralExpression;
import org.springframework.expression.spel.standard.SpelExpression;
import org.springframework.expression.spel.standard.SpelExpressionParser;
import org.springframework.expression.spel.support.SimpleEvaluationContext;
import org.springframework.util.ReflectionUtils;

/**
 * The name of a lock, parts of which depend on the arguments of the call. What is
 * evaluated comes from the annotation; arguments are values, whatever they look like.
 *
 * @param method the method that is called
 * @param parameters the names of its parameters
 * @param parts text and expressions
 */
record LockName(Method method, List<String> parameters, List<Expression> parts) {

	private static final ParameterNameDiscoverer DISCOVERER = new DefaultParameterNameDiscoverer();

	/**
	 * Read a name.
	 * @param text the name with placeholders resolved
	 * @param method the method that is called
	 * @return the name
	 * @throws InvalidGuardException if it can't be the name of a lock
	 */
	static LockName parse(String text, Method method) {
		@Nullable String @Nullable [] names = DISCOVERER.getParameterNames(method);
		List<String> parameters = (names != null) ? Arrays.stream(names).map(String::valueOf).toList() : List.of();
		LockName name = new LockName(method, parameters, parts(text, method));
		NameCheck check = new NameCheck(method, parameters, names != null);
		name.parts.forEach(check::check);
		if (name.parts.stream().allMatch(LiteralExpression.class::isInstance)) {
			check.requireName(text);
		}
		return name;
	}

	private static List<Expression> parts(String text, Method method) {
		try {
			Expression expression = new SpelExpressionParser().parseExpression(text, ParserContext.TEMPLATE_EXPRESSION);
			return (expression instanceof CompositeStringExpression composite) ? List.of(composite.getExpressions())
					: List.of(expression);
		}
		catch (ParseException | IllegalStateException | IllegalArgumentException ex) {
			throw new InvalidGuardException(DistributedLocked.class, method,
					"its name '%s' can't be read: %s".formatted(text, ex.getMessage()),
					"Write text with expressions in between, as in \"order-#{#id}\".");
		}
	}

	/**
	 * Return the name for a call.
	 * @param arguments the arguments
	 * @return the name
	 * @throws IllegalArgumentException if there is none
	 */
	String evaluate(@Nullable Object[] arguments) {
		EvaluationContext context = SimpleEvaluationContext.forReadOnlyDataBinding().build();
		for (int i = 0; i < this.parameters.size(); i++) {
			context.setVariable(this.parameters.get(i), arguments[i]);
		}
		StringBuilder name = new StringBuilder();
		this.parts.forEach((part) -> name.append(text(part, context)));
		return required(name.toString());
	}

	private String text(Expression part, EvaluationContext context) {
		if (part instanceof LiteralExpression literal) {
			return literal.getExpressionString();
		}
		Object value = value(part, context);
		String text = (value != null) ? textOf(part, value) : null;
		if (text == null || text.isEmpty()) {
			throw refusal("'%s' is %s".formatted(part.getExpressionString(), (text != null) ? "''" : "null"), null);
		}
		return text;
	}

	private @Nullable String textOf(Expression part, Object value) {
		requireText(part, value);
		try {
			return value.toString();
		}
		catch (RuntimeException ex) {
			throw refusal("'%s' has no text: %s".formatted(part.getExpressionString(), ex), ex);
		}
	}

	private @Nullable Object value(Expression part, EvaluationContext context) {
		try {
			return part.getValue(context);
		}
		catch (EvaluationException | IllegalStateException | IllegalArgumentException ex) {
			throw refusal("'%s' can't be evaluated: %s".formatted(part.getExpressionString(), ex.getMessage()), ex);
		}
	}

	// A text such as Order@1b2c3d would name another lock for each object
	private void requireText(Expression part, Object value) {
		Method toString = ReflectionUtils.findMethod(value.getClass(), "toString");
		if (toString == null || toString.getDeclaringClass() == Object.class) {
			throw refusal("'%s' is an object of %s, which has no text of its own".formatted(part.getExpressionString(),
					value.getClass()), null);
		}
		elements(value).filter((element) -> element != value).forEach((element) -> requireText(part, element));
	}

	private static Stream<?> elements(Object value) {
		if (value instanceof Map<?, ?> map) {
			return Stream.concat(map.keySet().stream(), map.values().stream()).filter(Objects::nonNull);
		}
		return (value instanceof Collection<?> several) ? several.stream().filter(Objects::nonNull) : Stream.of();
	}

	private String required(String name) {
		try {
			Paths.segment("a lock", name);
			return name;
		}
		catch (IllegalArgumentException ex) {
			throw refusal(String.valueOf(ex.getMessage()), ex);
		}
	}

	private IllegalArgumentException refusal(String why, @Nullable Exception cause) {
		return new IllegalArgumentException(
				"@DistributedLocked on %s has no name for this call: %s".formatted(this.method, why), cause);
	}

}
