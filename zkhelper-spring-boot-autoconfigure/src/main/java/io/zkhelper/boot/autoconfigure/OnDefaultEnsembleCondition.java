package io.zkhelper.boot.autoconfigure;

import java.util.Map;
import java.util.stream.Stream;

import io.zkhelper.cell.CellClients;
import io.zkhelper.cell.CellDirectory;
import io.zkhelper.session.ZkClient;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.ConfigurationCondition;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/**
 * The condition of {@link ConditionalOnDefaultEnsemble}.
 */
class OnDefaultEnsembleCondition extends SpringBootCondition implements ConfigurationCondition {

	@Override
	public ConfigurationPhase getConfigurationPhase() {
		return ConfigurationPhase.REGISTER_BEAN;
	}

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		Environment environment = context.getEnvironment();
		ConditionMessage.Builder message = ConditionMessage.forCondition(ConditionalOnDefaultEnsemble.class);
		if (isToldOf(environment, "zkhelper.connect-string")
				|| isBean(context.getBeanFactory(), ZkClient.class, ZkHelperConnectionDetails.class)) {
			return ConditionOutcome.match(message.because("there is an ensemble for what names no cell"));
		}
		if (!isCluster(environment) || !hasCells(context)) {
			return ConditionOutcome.match(message.because("there are no cells to connect to"));
		}
		return ConditionOutcome.noMatch(message.because("'zkhelper.connect-string' is not set, and there are cells: "
				+ "name one of them, or set 'zkhelper.connect-string'"));
	}

	private static boolean isCluster(Environment environment) {
		return environment.getProperty("zkhelper.mode", "cluster").equalsIgnoreCase(Mode.CLUSTER.name());
	}

	private static boolean isBean(@Nullable ConfigurableListableBeanFactory factory, Class<?>... types) {
		return factory != null && Stream.of(types)
			.anyMatch((type) -> BeanFactoryUtils.beanNamesForTypeIncludingAncestors(factory, type, true,
					false).length > 0);
	}

	private static boolean hasCells(ConditionContext context) {
		Environment environment = context.getEnvironment();
		return isBean(context.getBeanFactory(), CellDirectory.class, CellClients.class)
				|| isToldOf(environment, "zkhelper.cells.config-location") || isToldOf(environment, "ZK_CLIENT_CONFIG")
				|| !Binder.get(environment)
					.bind("zkhelper.cells.connect-strings", Bindable.mapOf(String.class, String.class))
					.orElse(Map.of())
					.isEmpty();
	}

	private static boolean isToldOf(Environment environment, String property) {
		return StringUtils.hasText(environment.getProperty(property));
	}

}
