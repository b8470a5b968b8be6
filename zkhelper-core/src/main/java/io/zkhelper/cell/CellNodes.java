package io.zkhelper.cell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.function.Function;

import io.zkhelper.session.Change;
import io.zkhelper.session.NodeAcl;
import io.zkhelper.session.NodeData;
import io.zkhelper.session.NodeKind;
import io.zkhelper.session.NodeStat;
import io.zkhelper.session.Paths;
import io.zkhelper.session.RequestSize;
import io.zkhelper.session.ZkNodes;
import org.apache.zookeeper.data.ACL;

/**
 * Sends each request to the ensemble of the cell that its path names. The two levels
 * above the cells are known without asking anybody, and can't be written.
 */
final class CellNodes implements ZkNodes {

	private final CellDirectory directory;

	private final Function<String, ZkNodes> ensembles;

	/**
	 * Create the nodes.
	 * @param directory knows the cells
	 * @param ensembles finds the nodes of a cell
	 */
	CellNodes(CellDirectory directory, Function<String, ZkNodes> ensembles) {
		this.directory = directory;
		this.ensembles = ensembles;
	}

	@Override
	public CompletionStage<NodeData> create(Change.Create create) {
		CellPath path = this.directory.resolve(CellChanges.pathOf(create));
		Change.Create own = create.at(path.path());
		RequestSize.require("request", List.of(own));
		ZkNodes nodes = this.ensembles.apply(path.cell());
		if (path.isCell()) {
			// Who creates parents first would never create this one, which looks as if it
			// were there. Ahead of the other in the same session, whatever becomes of it
			nodes.create(new Change.Create(CellPath.TOP, new byte[0], NodeKind.PERSISTENT));
		}
		return nodes.create(own);
	}

	@Override
	public CompletionStage<NodeData> read(String path) {
		return route(path, ZkNodes::read);
	}

	@Override
	public CompletionStage<Optional<NodeStat>> exists(String path) {
		return isAbove(path) ? CompletableFuture.completedStage(Optional.of(NodeStat.NONE))
				: route(path, ZkNodes::exists);
	}

	@Override
	public CompletionStage<List<String>> children(String path) {
		return isAbove(path) ? CompletableFuture.completedStage(childrenAbove(path)) : route(path, ZkNodes::children);
	}

	@Override
	public CompletionStage<NodeStat> setData(String path, byte[] data, int version) {
		return route(path, (nodes, own) -> nodes.setData(own, data, version));
	}

	@Override
	public CompletionStage<String> delete(String path, int version) {
		return route(path, (nodes, own) -> nodes.delete(own, version));
	}

	@Override
	public CompletionStage<NodeAcl> acl(String path) {
		return route(path, ZkNodes::acl);
	}

	@Override
	public CompletionStage<NodeStat> setAcl(String path, List<ACL> acl, int aclVersion) {
		return route(path, (nodes, own) -> nodes.setAcl(own, acl, aclVersion));
	}

	@Override
	public CompletionStage<List<NodeStat>> multi(List<? extends Change> changes) {
		List<CellPath> paths = changes.stream().map(CellChanges::pathOf).map(this.directory::resolve).toList();
		Set<String> cells = new TreeSet<>(paths.stream().map(CellPath::cell).toList());
		if (cells.size() != 1) {
			throw new IllegalArgumentException(
					"A transaction is of one cell, but these changes are of %s: send one for each cell"
						.formatted(cells));
		}
		List<Change> own = new ArrayList<>();
		for (int i = 0; i < changes.size(); i++) {
			own.add(changes.get(i).at(paths.get(i).path()));
		}
		return this.ensembles.apply(paths.get(0).cell()).multi(own);
	}

	@Override
	public CompletionStage<String> sync(String path) {
		return route(path, ZkNodes::sync);
	}

	// The one way from a path to a server: nobody else translates 'local'
	private <T> CompletionStage<T> route(String path, BiFunction<ZkNodes, String, CompletionStage<T>> request) {
		CellPath own = this.directory.resolve(CellPath.parse(path));
		return request.apply(this.ensembles.apply(own.cell()), own.path());
	}

	private static boolean isAbove(String path) {
		return path.equals(CellPath.TOP) || path.equals("/");
	}

	private List<String> childrenAbove(String path) {
		return path.equals("/") ? List.of(Paths.nameOf(CellPath.TOP)) : List.copyOf(this.directory.cells());
	}

}
