package io.zkhelper.test.process;

/**
 * What happens to a process that leads.
 */
enum ProcessFault {

	/** It gets SIGKILL. */
	KILL {

		@Override
		Outcome inflict(ProcessScene scene, int number) {
			return scene.kill();
		}

	},

	/** It gets SIGSTOP, and SIGCONT after a time that differs. */
	FREEZE {

		@Override
		Outcome inflict(ProcessScene scene, int number) {
			return scene.freeze(FreezeLength.of(number));
		}

	},

	/** It gets SIGTERM, and closes in order. */
	END {

		@Override
		Outcome inflict(ProcessScene scene, int number) {
			return scene.end();
		}

	};

	/**
	 * Have it happen.
	 * @param scene where
	 * @param number counts the faults of this kind
	 */
	abstract Outcome inflict(ProcessScene scene, int number);

	/**
	 * Have the kinds take turns.
	 */
	static Outcome inflictNext(ProcessScene scene, int number) {
		return values()[number % values().length].inflict(scene, number / values().length);
	}

}
