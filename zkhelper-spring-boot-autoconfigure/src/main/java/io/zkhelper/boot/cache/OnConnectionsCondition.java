package io.zkhelper.boot.cache;

import io.zkhelper.cell.CellClients;
import io.zkhelper.session.ZkClient;

import org.springframework.boot.autoconfigure.condition.AnyNestedCondition;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;

/**
 * Matches where there is something to read from.
 */
class OnConnectionsCondition extends AnyNestedCondition {

	OnConnectionsCondition() {
		super(ConfigurationPhase.REGISTER_BEAN);
	}

	@ConditionalOnBean(ZkClient.class)
	static class DefaultEnsemble {

	}

	@ConditionalOnBean(CellClients.class)
	static class Cells {

	}

}
