package io.zkhelper.test.election;

import io.zkhelper.test.world.InMemoryWorld;
import io.zkhelper.test.world.World;

/**
 * The same in memory, in real time, since threads wait.
 */
class RivalsInMemoryTests extends RivalsContract {

	@Override
	World newWorld() {
		return new InMemoryWorld();
	}

}
