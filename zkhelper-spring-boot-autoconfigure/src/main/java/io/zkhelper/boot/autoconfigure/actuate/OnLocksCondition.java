package io.zkhelper.boot.autoconfigure.actuate;

import io.zkhelper.boot.lock.CellLocks;
import io.zkhelper.lock.DistributedLocks;

import org.springframework.boot.autoconfigure.condition.AnyNestedCondition;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;

/**
 * Matches where there are locks, in cells or in none.
 */
class OnLocksCondition extends AnyNestedCondition {

	OnLocksCondition() {
		super(ConfigurationPhase.REGISTER_BEAN);
	}

	@ConditionalOnBean(DistributedLocks.class)
	static class InNoCell {

	}

	@ConditionalOnBean(CellLocks.class)
	static class InCells {

	}

}
