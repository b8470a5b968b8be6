package io.zkhelper.test.fault;

/**
 * Something that users do, in steps that come to an end whatever happens on the way.
 *
 * @param name says what is done
 * @param play does it
 */
record Scenario(String name, Play play) {

	@Override
	public String toString() {
		return this.name;
	}

	/**
	 * Does it.
	 */
	@FunctionalInterface
	interface Play {

		void on(Course course) throws Exception;

	}

}
