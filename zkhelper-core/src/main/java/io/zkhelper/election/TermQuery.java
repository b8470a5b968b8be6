package io.zkhelper.election;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

import io.zkhelper.session.NodeData;
import io.zkhelper.session.NodeException;
import io.zkhelper.session.Promise;
import io.zkhelper.session.ZkNodes;
import io.zkhelper.session.ZnodeError;

/**
 * Asks the servers for the term under way. All requests are sent back to back, so that
 * one connection answers them all, after the sync, or none.
 */
final class TermQuery {

	private final Office office;

	private final ZkNodes nodes;

	TermQuery(Office office) {
		this.office = office;
		this.nodes = office.client().nodes();
	}

	CompletionStage<Optional<Term>> ask() {
		ElectionPaths paths = this.office.paths().within(this.office.engine().options().chroot());
		CompletionStage<String> synced = this.nodes.sync(paths.record());
		CompletionStage<Optional<NodeData>> record = orAbsent(this.nodes.read(paths.record()));
		CompletionStage<Optional<List<String>>> names = orAbsent(this.nodes.children(paths.candidates()));
		CompletionStage<Optional<NodeData>> value = orAbsent(this.nodes.read(paths.value()));
		return synced.thenCombine(record, (path, read) -> read)
			.thenCombine(names, this::term)
			.thenCombine(value, (term, read) -> term
				.map((known) -> known.with(read.flatMap((node) -> Payloads.readProclaimed(node.data())))));
	}

	private Optional<Term> term(Optional<NodeData> record, Optional<List<String>> names) {
		return record.map(this.office.record()::read)
			.flatMap((read) -> Payloads.readTerm(read, names.orElse(List.of())));
	}

	private static <T> CompletionStage<Optional<T>> orAbsent(CompletionStage<T> stage) {
		return stage.handle((found, failure) -> {
			if (failure == null) {
				return Optional.of(found);
			}
			Throwable why = Promise.causeOf(failure);
			if (why instanceof NodeException refused && refused.error() == ZnodeError.NO_NODE) {
				return Optional.<T>empty();
			}
			throw new CompletionException(why);
		});
	}

}
