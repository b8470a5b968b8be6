package io.zkhelper.boot.lock;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;

import io.zkhelper.boot.guard.InvalidGuardException;
import io.zkhelper.session.Paths;

import org.springframework.expression.Expression;
import org.springframework.expression.spel.SpelNode;
import org.springframework.expression.spel.ast.Assign;
import org.springframework.expression.spel.ast.BeanReference;
import org.springframework.expression.spel.ast.CompoundExpression;
import org.springframework.expression.spel.ast.ConstructorReference;
import org.springframework.expression.spel.ast.FunctionReference;
import org.springframework.expression.spel.ast.Indexer;
import org.springframework.expression.spel.ast.MethodReference;
import org.springframework.expression.spel.ast.OpDec;
import org.springframework.expression.spel.ast.OpInc;
import org.springframework.expression.spel.ast.Projection;
import org.springframework.expression.spel.ast.PropertyOrFieldReference;
import org.springframework.expression.spel.ast.Selection;
import org.springframework.expression.spel.ast.TypeReference;
import org.springframework.expression.spel.ast.VariableReference;
import org.springframework.expression.spel.standard.SpelExpression;

/**
 * Finds at start-up what no call could evaluate.
 *
 * @param method the method that is called
 * @param parameters the names of its parameters
 * @param compiledWithNames whether these names are known
 */
record NameCheck(Method method, List<String> parameters, boolean compiledWithNames) {

	private static final Set<Class<?>> FORBIDDEN = Set.of(TypeReference.class, ConstructorReference.class,
			BeanReference.class, MethodReference.class, FunctionReference.class, Assign.class, OpInc.class,
			OpDec.class);

	void check(Expression part) {
		if (part instanceof SpelExpression expression) {
			checkNode(expression.getAST(), false);
		}
		else {
			checkText(part.getExpressionString());
		}
	}

	private void checkText(String text) {
		if (text.contains("${")) {
			throw refusal("a placeholder in '%s' is not resolved".formatted(text), "Set the property.");
		}
		for (String parameter : this.parameters) {
			if (text.matches("(?s).*#" + parameter + "\\b.*")) {
				throw refusal("'#%s' stands outside of an expression".formatted(parameter),
						"Write #{#%s} instead.".formatted(parameter));
			}
		}
	}

	/**
	 * Check a node and those below it.
	 * @param node the node
	 * @param ofElement whether something is there to have properties: an object left of
	 * the node, or an element of a collection
	 */
	private void checkNode(SpelNode node, boolean ofElement) {
		if (FORBIDDEN.contains(node.getClass())) {
			throw refusal("'%s' is neither a parameter nor a property of one".formatted(node.toStringAST()),
					"Pass what names the lock as a parameter.");
		}
		if (node instanceof VariableReference variable && !ofElement) {
			checkVariable(variable.toStringAST().substring(1));
		}
		if (node instanceof PropertyOrFieldReference property && !ofElement) {
			throw refusal("there is nothing to have a property '%s'".formatted(property.getName()),
					"Write #%s for a parameter.".formatted(property.getName()));
		}
		boolean below = ofElement || node instanceof Indexer || node instanceof Projection || node instanceof Selection;
		for (int i = 0; i < node.getChildCount(); i++) {
			checkNode(node.getChild(i), below || (node instanceof CompoundExpression && i > 0));
		}
	}

	private void checkVariable(String name) {
		if (this.parameters.contains(name)) {
			return;
		}
		if (!this.compiledWithNames) {
			throw refusal("the name of parameter '#%s' is not in the class file".formatted(name),
					"Compile with -parameters; Spring Boot's Maven parent and Gradle plugin do.");
		}
		throw refusal("'#%s' is no parameter of the method, which has %s".formatted(name, this.parameters),
				"Name one of its parameters.");
	}

	void requireName(String name) {
		try {
			Paths.segment("a lock", name);
		}
		catch (IllegalArgumentException ex) {
			throw refusal(String.valueOf(ex.getMessage()),
					"Name the lock with 1 to %d bytes, such as \"order-#{#id}\".".formatted(Paths.MAX_NAME_BYTES));
		}
	}

	private InvalidGuardException refusal(String problem, String remedy) {
		return new InvalidGuardException(DistributedLocked.class, this.method, problem, remedy);
	}

}
