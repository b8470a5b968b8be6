package io.zkhelper.boot.cell;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import io.zkhelper.boot.autoconfigure.InvalidPropertyException;
import io.zkhelper.cell.CellDirectory;
import io.zkhelper.cell.CellFileException;
import io.zkhelper.cell.CellSource;
import io.zkhelper.cell.LocalCellResolver;
import org.jspecify.annotations.Nullable;

import org.springframework.core.env.Environment;

/**
 * Turns properties into a directory of cells.
 */
class ConfiguredCells {

	private static final String FILE = "zkhelper.cells.config-location";

	private static final String FILE_VARIABLE = "ZK_CLIENT_CONFIG";

	private final CellProperties properties;

	private final Environment environment;

	ConfiguredCells(CellProperties properties, Environment environment) {
		this.properties = properties;
		this.environment = environment;
	}

	CellDirectory directory() {
		try {
			return CellDirectory.load(source(), resolver());
		}
		catch (CellFileException ex) {
			throw new InvalidPropertyException(FILE, ex.file(), String.valueOf(ex.getMessage()),
					"Correct the file, or '%s' or the variable %s, which name it.".formatted(FILE, FILE_VARIABLE));
		}
	}

	// Properties go before the file, entry by entry
	private CellSource source() {
		Path file = file();
		CellSource named = CellSource.of(this.properties.connectStrings());
		return (file == null) ? named : () -> {
			Map<String, String> entries = new HashMap<>(load(file));
			entries.putAll(named.load());
			return entries;
		};
	}

	private static Map<String, String> load(Path file) {
		Map<String, String> entries = CellSource.file(file).load();
		if (entries.containsKey(ReservedName.NAME)) {
			throw ReservedName.refusal(FILE, file);
		}
		return entries;
	}

	private @Nullable Path file() {
		String variable = this.environment.getProperty(FILE_VARIABLE, "");
		if (this.properties.configLocation() != null || variable.isBlank()) {
			return this.properties.configLocation();
		}
		return Path.of(variable);
	}

	private LocalCellResolver resolver() {
		Map<String, String> variables = Map.of(LocalCellResolver.VARIABLE,
				this.environment.getProperty(LocalCellResolver.VARIABLE, ""));
		LocalCellResolver resolver = LocalCellResolver.create().withEnvironment(variables);
		if (this.properties.local() != null) {
			resolver = resolver.withCell(this.properties.local());
		}
		return (this.properties.localStrategy() != null) ? resolver.withStrategy(this.properties.localStrategy())
				: resolver;
	}

}
