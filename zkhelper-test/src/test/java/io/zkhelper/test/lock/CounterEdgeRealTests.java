package io.zkhelper.test.lock;

import io.zkhelper.test.world.RealWorld;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Counters at their end on a real server.
 */
class CounterEdgeRealTests extends CounterEdgeContract<RealWorld> {

	CounterEdgeRealTests() {
		super(RealWorld.calm());
	}

	@ParameterizedTest
	@EnumSource
	void whoCameFirstIsServedFirst(Kind kind) {
		cross(kind, Integer.MAX_VALUE - 2);
	}

}
