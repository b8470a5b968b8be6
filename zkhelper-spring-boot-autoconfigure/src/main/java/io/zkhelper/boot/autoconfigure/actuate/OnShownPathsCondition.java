package io.zkhelper.boot.autoconfigure.actuate;

import java.util.List;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Matches where properties list nodes to show. Access that was given to all endpoints was
 * not meant for nodes; access to this one was, and then an empty list is an error, which
 * the endpoint reports.
 */
class OnShownPathsCondition extends SpringBootCondition {

	private static final String ACCESS = "management.endpoint.znodes.access";

	private static final String PATHS = "zkhelper.cache.paths";

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		Environment environment = context.getEnvironment();
		boolean wanted = environment.containsProperty(ACCESS) || !paths(environment).isEmpty();
		return new ConditionOutcome(wanted, ConditionMessage.forCondition("Shown paths")
			.because("'%s' or '%s' is %s".formatted(PATHS, ACCESS, wanted ? "set" : "missing")));
	}

	private static List<String> paths(Environment environment) {
		return Binder.get(environment).bind(PATHS, Bindable.listOf(String.class)).orElse(List.of());
	}

}
