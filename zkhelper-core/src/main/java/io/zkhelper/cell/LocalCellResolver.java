package io.zkhelper.cell;

import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

import io.zkhelper.session.LocalHost;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which cell the process is in. In this order: what was said by
 * {@link #withCell(String)}, the environment variable {@code ZK_CLIENT_LOCAL_CELL}, and
 * the name of the machine, if {@link #withStrategy} says how to read it. What is blank
 * does not count.
 *
 * @since 1.0.0
 */
public final class LocalCellResolver {

	/** The variable of the environment that names the cell. */
	public static final String VARIABLE = "ZK_CLIENT_LOCAL_CELL";

	private final String cell;

	private final UnaryOperator<String> environment;

	private final @Nullable LocalCellStrategy strategy;

	private final @Nullable String hostName;

	private LocalCellResolver(String cell, UnaryOperator<String> environment, @Nullable LocalCellStrategy strategy,
			@Nullable String hostName) {
		this.cell = cell;
		this.environment = environment;
		this.strategy = strategy;
		this.hostName = hostName;
	}

	/**
	 * Return the resolver that asks the environment of the process, and nothing else.
	 * @return the resolver
	 */
	public static LocalCellResolver create() {
		return new LocalCellResolver("", (name) -> System.getenv().getOrDefault(name, ""), null, null);
	}

	/**
	 * Return this resolver with a cell that goes before everything else.
	 * @param cell the cell
	 * @return the other resolver
	 */
	public LocalCellResolver withCell(String cell) {
		return new LocalCellResolver(cell, this.environment, this.strategy, this.hostName);
	}

	/**
	 * Return this resolver with another environment.
	 * @param variables the variables
	 * @return the other resolver
	 */
	public LocalCellResolver withEnvironment(Map<String, String> variables) {
		Map<String, String> copy = Map.copyOf(variables);
		return new LocalCellResolver(this.cell, (name) -> copy.getOrDefault(name, ""), this.strategy, this.hostName);
	}

	/**
	 * Return this resolver with a way to read the cell from the name of the machine.
	 * @param strategy the way
	 * @return the other resolver
	 */
	public LocalCellResolver withStrategy(LocalCellStrategy strategy) {
		return new LocalCellResolver(this.cell, this.environment, strategy, this.hostName);
	}

	/**
	 * Return this resolver with another name of the machine.
	 * @param hostName the name
	 * @return the other resolver
	 */
	public LocalCellResolver withHostName(String hostName) {
		return new LocalCellResolver(this.cell, this.environment, this.strategy, hostName);
	}

	/**
	 * Return the cell that the process is in.
	 * @return the name of the cell
	 * @throws IllegalArgumentException if nothing names one, or its name can't be that of
	 * a cell
	 */
	public String resolve() {
		String local = find().orElseThrow(() -> new IllegalArgumentException(
				"Nothing says which cell this process is in%s: name it, or set the variable %s".formatted(
						(this.strategy != null) ? ", nor does the name of the machine, '%s'".formatted(host()) : "",
						VARIABLE)));
		CellKey.requireName(local);
		if (local.equals(CellKey.LOCAL) || local.equals(CellKey.GLOBAL)) {
			throw new IllegalArgumentException(
					"A process can't be in cell '%s', which is no place: name the one that it is in".formatted(local));
		}
		return local;
	}

	private Optional<String> find() {
		return said(this.cell).or(() -> said(this.environment.apply(VARIABLE)))
			.or(() -> Optional.ofNullable(this.strategy).flatMap((strategy) -> said(strategy.cellOf(host()))));
	}

	private static Optional<String> said(String text) {
		return Optional.of(text.strip()).filter((stripped) -> !stripped.isEmpty());
	}

	private String host() {
		return (this.hostName != null) ? this.hostName : LocalHost.name();
	}

}
