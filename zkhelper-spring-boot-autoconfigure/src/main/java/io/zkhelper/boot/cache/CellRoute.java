package io.zkhelper.boot.cache;

import java.util.Optional;

import io.zkhelper.cell.CellClients;
import io.zkhelper.cell.CellLocation;
import io.zkhelper.cell.CellPath;

import org.springframework.beans.factory.ObjectProvider;

/**
 * Leads {@code /zk/<cell>/…} to the ensemble of the cell, if the application has cells.
 */
final class CellRoute implements ZnodeRoute {

	private final ObjectProvider<CellClients> clients;

	CellRoute(ObjectProvider<CellClients> clients) {
		this.clients = clients;
	}

	@Override
	public Optional<Target> route(String path) {
		return path.startsWith(CellPath.TOP + "/") ? Optional.ofNullable(this.clients.getIfAvailable())
			.filter((cells) -> !cells.directory().cells().isEmpty())
			.map((cells) -> target(cells.locate(path))) : Optional.empty();
	}

	private static Target target(CellLocation location) {
		return new Target(location.cell(), location.client(), location.path());
	}

}
