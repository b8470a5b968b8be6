package io.zkhelper.boot.election;

import java.util.Optional;

import io.zkhelper.boot.autoconfigure.InvalidPropertyException;
import io.zkhelper.cell.CellClients;
import io.zkhelper.election.LeaderElection;
import io.zkhelper.election.Participant;
import io.zkhelper.session.ZkClient;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;

/**
 * Makes elections in the default ensemble, or in that of the cell that properties name.
 */
class ClusterElections implements LeaderElectionFactory {

	private final @Nullable ZkClient client;

	private final ObjectProvider<CellClients> cells;

	private final Participant participant;

	private final ElectionProperties properties;

	ClusterElections(@Nullable ZkClient client, ObjectProvider<CellClients> cells, Participant participant,
			ElectionProperties properties) {
		this.client = client;
		this.cells = cells;
		this.participant = participant;
		this.properties = properties;
	}

	@Override
	public LeaderElection create(String name) {
		return LeaderElection
			.builder(
					this.properties.cell(name).map((cell) -> clientOf(name, cell)).orElseGet(() -> defaultClient(name)),
					name)
			.participant(this.participant)
			.options(this.properties.options(name))
			.build();
	}

	private ZkClient defaultClient(String name) {
		if (this.client == null) {
			throw new InvalidPropertyException("zkhelper.elections." + name + ".cell", "",
					"election '%s' names no cell, and 'zkhelper.connect-string' is not set".formatted(name),
					"Name the cell in which it is held, such as 'local', or set 'zkhelper.connect-string' to the ensemble of all that names none.");
		}
		return this.client;
	}

	private ZkClient clientOf(String name, String cell) {
		try {
			return this.cells.getObject().client(cell);
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidPropertyException("zkhelper.elections." + name + ".cell", cell,
					String.valueOf(ex.getMessage()),
					"Name a cell of 'zkhelper.cells.connect-strings', or add the cell there.");
		}
	}

	@Override
	public Optional<String> cell(String name) {
		return this.properties.cell(name).map((cell) -> this.cells.getObject().directory().resolve(cell));
	}

}
