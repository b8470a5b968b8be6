package io.zkhelper.test.election;

import io.zkhelper.test.world.InMemoryWorld;
import io.zkhelper.test.world.World;

/**
 * The same in memory, in real time, since tasks have threads of their own.
 */
class TaskInMemoryTests extends TaskContract {

	@Override
	World newWorld() {
		return new InMemoryWorld();
	}

}
