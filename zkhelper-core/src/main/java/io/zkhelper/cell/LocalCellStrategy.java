package io.zkhelper.cell;

/**
 * How the name of a machine tells its cell.
 *
 * @since 1.0.0
 */
public enum LocalCellStrategy {

	/**
	 * What stands before the first dash, or else the first two characters: {@code ny} for
	 * {@code ny-web1} and for {@code nyc12.example.com}.
	 */
	BEFORE_DASH_OR_TWO {

		@Override
		String guess(String machine) {
			int dash = machine.indexOf('-');
			return machine.substring(0, (dash >= 0) ? dash : Math.min(2, machine.length()));
		}

	},

	/**
	 * The letters in front: {@code pa} for {@code pa1}, {@code sjl} for {@code sjl-1}.
	 */
	LETTER_PREFIX {

		@Override
		String guess(String machine) {
			int end = 0;
			while (end < machine.length() && Character.isLetter(machine.charAt(end))) {
				end++;
			}
			return machine.substring(0, end);
		}

	};

	/**
	 * Return the cell of a machine.
	 * @param hostName the name of the machine, of which only what stands before the first
	 * dot counts
	 * @return the cell; empty if the name does not tell
	 */
	public String cellOf(String hostName) {
		return guess(hostName.split("\\.", 2)[0]);
	}

	abstract String guess(String machine);

}
