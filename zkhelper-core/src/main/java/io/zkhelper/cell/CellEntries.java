package io.zkhelper.cell;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import io.zkhelper.cell.CellKey.Servers;
import io.zkhelper.session.ZkClientOptions;

/**
 * Which cell is which ensemble, at one moment.
 *
 * @param addresses what the source said, by key
 */
record CellEntries(Map<CellKey, String> addresses) {

	static CellEntries of(Map<String, String> entries) {
		Map<CellKey, String> addresses = new LinkedHashMap<>();
		entries.forEach((key, value) -> addresses.put(CellKey.parse(key), address(key, value)));
		return new CellEntries(Map.copyOf(addresses));
	}

	private static String address(String key, String value) {
		if (value.isBlank()) {
			throw new IllegalArgumentException("'%s' has no servers: write 'host1:2181,host2:2181'".formatted(key));
		}
		try {
			return (CellKey.parse(key).servers() == Servers.ENSEMBLE) ? ZkClientOptions.of(value).connectString()
					: value;
		}
		catch (IllegalArgumentException ex) {
			throw new IllegalArgumentException("'%s' is not well configured: %s".formatted(key, ex.getMessage()), ex);
		}
	}

	/**
	 * Find the servers of a cell.
	 * @param cell the cell, not {@code local}
	 * @param servers which of them
	 * @param local the cell that the process is in, if that is known
	 */
	Optional<String> find(String cell, Servers servers, Optional<String> local) {
		Optional<String> plain = Optional.ofNullable(this.addresses.get(new CellKey(cell, false, servers)));
		return plain.or(() -> cell.equals(CellKey.GLOBAL) ? ownGlobal(servers, local) : Optional.empty());
	}

	private Optional<String> ownGlobal(Servers servers, Optional<String> local) {
		return local.map((own) -> this.addresses.get(new CellKey(own, true, servers)));
	}

	/**
	 * Return the cells that have such servers, what other cells see as global left out.
	 */
	Set<String> cells(Servers servers, Optional<String> local) {
		Set<String> cells = new TreeSet<>();
		this.addresses.keySet()
			.stream()
			.filter((key) -> key.servers() == servers && !key.ownGlobal())
			.forEach((key) -> cells.add(key.cell()));
		ownGlobal(servers, local).ifPresent((address) -> cells.add(CellKey.GLOBAL));
		return cells;
	}

}
