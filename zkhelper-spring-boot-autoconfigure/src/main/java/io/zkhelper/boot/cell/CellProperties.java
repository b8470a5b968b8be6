package io.zkhelper.boot.cell;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import io.zkhelper.boot.autoconfigure.InvalidPropertyException;
import io.zkhelper.cell.CellDirectory;
import io.zkhelper.cell.CellSource;
import io.zkhelper.cell.LocalCellResolver;
import io.zkhelper.cell.LocalCellStrategy;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Properties of the cells.
 *
 * @param connectStrings Servers of each cell's ensemble by the name of the cell, as
 * 'host1:2181,host2:2181/chroot'.
 * @param configLocation JSON file that names further cells. By default the one that the
 * variable ZK_CLIENT_CONFIG names, if it is set.
 * @param local Cell that this instance is in, which the name 'local' stands for. By
 * default the one that the variable ZK_CLIENT_LOCAL_CELL names.
 * @param localStrategy How the name of the machine tells the cell, where nothing else
 * does. By default not at all.
 * @param connectTimeout How long requests to single nodes wait for the connection to
 * their cell.
 */
@ConfigurationProperties("zkhelper.cells")
record CellProperties(@DefaultValue Map<String, String> connectStrings, @Nullable Path configLocation,
		@Nullable String local, @Nullable LocalCellStrategy localStrategy,
		@DefaultValue("10s") Duration connectTimeout) {

	CellProperties {
		connectStrings = Map.copyOf(connectStrings);
		connectStrings.forEach(CellProperties::requireConnectString);
		if (local != null && !local.isBlank()) {
			accept("zkhelper.cells.local", local, LocalCellResolver.create().withCell(local)::resolve,
					"Name the cell with letters, digits and '_', such as 'ny'.");
		}
		if (connectTimeout.isNegative()) {
			throw new InvalidPropertyException("zkhelper.cells.connect-timeout", connectTimeout,
					"it must not be negative", "Set it to a duration such as '10s', or '0s' to wait for nothing.");
		}
	}

	private static void requireConnectString(String cell, String connectString) {
		String property = "zkhelper.cells.connect-strings." + cell;
		if (cell.equals(ReservedName.NAME)) {
			throw ReservedName.refusal(property, connectString);
		}
		CellSource source = CellSource.of(Map.of(cell, connectString));
		accept(property, connectString, () -> CellDirectory.load(source, LocalCellResolver.create()),
				"Write 'host1:2181,host2:2181', and name the cell with letters, digits and '_'.");
	}

	private static void accept(String property, String value, Runnable reader, String remedy) {
		try {
			reader.run();
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidPropertyException(property, value, String.valueOf(ex.getMessage()), remedy);
		}
	}

}
