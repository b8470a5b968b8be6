package io.zkhelper.cell;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import io.zkhelper.cell.CellKey.Servers;

/**
 * Says which cell is which ensemble. Loaded once; {@link #refresh()} loads it again.
 * Nothing here calls a server.
 * <p>
 * Two names are special: {@code local} stands for the cell that the process is in, and
 * {@code global} for the ensemble that all cells share: the entry {@code global}, or else
 * {@code <local>-global}.
 *
 * @since 1.0.0
 */
public final class CellDirectory {

	private final CellSource source;

	private final LocalCellResolver resolver;

	private volatile Snapshot snapshot;

	private CellDirectory(CellSource source, LocalCellResolver resolver) {
		this.source = source;
		this.resolver = resolver;
		this.snapshot = Snapshot.take(source, resolver);
	}

	/**
	 * Load a directory.
	 * @param source knows the cells
	 * @param resolver finds out which cell the process is in; if it does not, that is an
	 * error only where somebody needs to know
	 * @return the directory
	 * @throws CellFileException if a file can't be read
	 * @throws IllegalArgumentException if an entry is not valid
	 */
	public static CellDirectory load(CellSource source, LocalCellResolver resolver) {
		return new CellDirectory(source, resolver);
	}

	/**
	 * Load it again. Connections that are open stay with the servers that they have; what
	 * can't be read changes nothing.
	 * @throws CellFileException if a file can't be read
	 * @throws IllegalArgumentException if an entry is not valid
	 */
	public void refresh() {
		this.snapshot = Snapshot.take(this.source, this.resolver);
	}

	/**
	 * Return the cells that have an ensemble.
	 * @return the names, sorted, with {@code global} and without {@code local}
	 */
	public Set<String> cells() {
		return cells(Servers.ENSEMBLE);
	}

	/**
	 * Return the cells that have cache servers.
	 * @return the names, sorted
	 */
	public Set<String> cachedCells() {
		return cells(Servers.CACHE);
	}

	/**
	 * Return the cell that the process is in.
	 * @return the name of the cell
	 * @throws IllegalArgumentException if nothing says which one it is
	 */
	public String localCell() {
		return this.snapshot.local().orElseGet(this.resolver::resolve);
	}

	/**
	 * Return what a cell is called by itself.
	 * @param cell the name of a cell
	 * @return the name; that of the cell that the process is in for {@code local}
	 * @throws IllegalArgumentException if nothing says which cell the process is in
	 */
	public String resolve(String cell) {
		return cell.equals(CellKey.LOCAL) ? localCell() : cell;
	}

	/**
	 * Return the path that names its cell, where it was {@code /zk/local/…}. The one
	 * place in which that is translated.
	 * @param path the path
	 * @return the path that names its cell
	 * @throws IllegalArgumentException if nothing says which cell the process is in
	 */
	public CellPath resolve(CellPath path) {
		return path.isLocal() ? path.in(localCell()) : path;
	}

	/**
	 * Return where the ensemble of a cell is.
	 * @param cell the name of the cell, {@code local} and {@code global} included
	 * @return the connect string, normalised
	 * @throws UnknownCellException if that is not known
	 * @throws IllegalArgumentException if nothing says which cell the process is in
	 */
	public String connectString(String cell) {
		String resolved = resolve(cell);
		return find(resolved, Servers.ENSEMBLE)
			.orElseThrow(() -> new UnknownCellException(resolved, "ensemble", cells()));
	}

	/**
	 * Return where the cache servers of a cell are.
	 * @param cell the name of the cell, {@code local} and {@code global} included
	 * @return the servers, in the order of the entry
	 * @throws UnknownCellException if that is not known
	 * @throws IllegalArgumentException if nothing says which cell the process is in
	 */
	public List<String> cacheServers(String cell) {
		String resolved = resolve(cell);
		String servers = find(resolved, Servers.CACHE)
			.orElseThrow(() -> new UnknownCellException(resolved, "cache server", cachedCells()));
		return Stream.of(servers.split(",", -1)).map(String::strip).filter((server) -> !server.isEmpty()).toList();
	}

	private Optional<String> find(String cell, Servers servers) {
		Snapshot current = this.snapshot;
		return current.entries().find(cell, servers, current.local());
	}

	private Set<String> cells(Servers servers) {
		Snapshot current = this.snapshot;
		return current.entries().cells(servers, current.local());
	}

	/**
	 * What was known at one moment.
	 */
	private record Snapshot(CellEntries entries, Optional<String> local) {

		static Snapshot take(CellSource source, LocalCellResolver resolver) {
			return new Snapshot(CellEntries.of(source.load()), local(resolver));
		}

		private static Optional<String> local(LocalCellResolver resolver) {
			try {
				return Optional.of(resolver.resolve());
			}
			catch (IllegalArgumentException ex) {
				// Many processes never need to know
				return Optional.empty();
			}
		}

	}

}
