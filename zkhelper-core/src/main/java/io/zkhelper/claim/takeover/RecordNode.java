package io.zkhelper.claim.takeover;

import java.util.Optional;
import java.util.function.Predicate;

import io.zkhelper.claim.Payload;
import io.zkhelper.session.NodeData;

/**
 * The node of a term record.
 *
 * @param path where it is
 * @param credible tells whether what a record says of its holder makes sense; a record
 * where it does not counts as one that can't be read
 * @since 1.0.0
 */
public record RecordNode(String path, Predicate<Payload> credible) {

	/**
	 * Read what the node says.
	 * @param node the node as it was read
	 * @return the record
	 */
	public ReadRecord read(NodeData node) {
		boolean blank = node.data().length == 0 && node.stat().version() == 0;
		Optional<TermRecord> record = RecordFormat.read(node.data())
			.filter((read) -> this.credible.test(read.tenure().who()));
		return new ReadRecord(record, node.stat().version(), node.stat().mzxid(), blank);
	}

}
