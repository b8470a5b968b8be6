package io.zkhelper.boot.autoconfigure.fence.web;

import java.util.List;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Matches if some paths are fenced.
 */
class OnFencedPaths extends SpringBootCondition {

	private static final List<String> PROPERTIES = List.of("zkhelper.fence.http.paths",
			"zkhelper.fence.http.required-paths");

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		Binder binder = Binder.get(context.getEnvironment());
		boolean match = PROPERTIES.stream()
			.anyMatch((property) -> binder.bind(property, Bindable.listOf(String.class))
				.map((paths) -> !paths.isEmpty())
				.orElse(false));
		ConditionMessage.Builder message = ConditionMessage.forCondition("Fenced paths");
		return match ? ConditionOutcome.match(message.because("properties name some"))
				: ConditionOutcome.noMatch(message.didNotFind("property").items(PROPERTIES));
	}

}
