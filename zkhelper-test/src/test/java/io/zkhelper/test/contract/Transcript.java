package io.zkhelper.test.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

import io.zkhelper.session.Answer;
import io.zkhelper.session.NodeAcl;
import io.zkhelper.session.NodeData;
import io.zkhelper.session.NodeStat;

/**
 * What was answered in a play, so that it can be compared with the same play on another
 * stage: of the numbers of transactions only the order counts.
 */
final class Transcript {

	private final String root;

	private final List<Line> lines = new ArrayList<>();

	private final List<Long> sessions;

	Transcript(String root, List<Long> sessions) {
		this.root = root;
		this.sessions = sessions;
	}

	void add(Object request, Answer<?> answer) {
		String text = request + " -> ";
		if (!answer.isOk()) {
			add(text + answer.why(), List.of());
		}
		else if (answer.value() instanceof NodeData node) {
			add(text + node.path() + " '" + new String(node.data()) + "'", List.of(node.stat()));
		}
		else if (answer.value() instanceof NodeAcl acl) {
			add(text + acl.acl(), List.of(acl.stat()));
		}
		else if (answer.value() instanceof NodeStat stat) {
			add(text + "done", List.of(stat));
		}
		else if (answer.value() instanceof Optional<?> stat) {
			add(text + (stat.isPresent() ? "there" : "not there"), stat.stream().map(NodeStat.class::cast).toList());
		}
		else if (answer.value() instanceof List<?> list && list.stream().allMatch(NodeStat.class::isInstance)) {
			add(text + "done", list.stream().map(NodeStat.class::cast).toList());
		}
		else if (answer.value() instanceof List<?> names) {
			add(text + names.stream().sorted().toList(), List.of());
		}
		else {
			add(text + answer.value(), List.of());
		}
	}

	void add(String text, List<NodeStat> stats) {
		this.lines.add(new Line(text.replace(this.root, ""), stats));
	}

	List<String> lines() {
		SortedSet<Long> transactions = new TreeSet<>();
		this.lines.forEach((line) -> line.stats().forEach((stat) -> {
			transactions.add(stat.czxid());
			transactions.add(stat.mzxid());
			transactions.add(stat.pzxid());
		}));
		return this.lines.stream()
			.map((line) -> line.text()
					+ line.stats().stream().flatMap((stat) -> Stream.of(describe(stat, transactions))).toList())
			.toList();
	}

	private String describe(NodeStat stat, SortedSet<Long> transactions) {
		int session = this.sessions.indexOf(stat.ephemeralOwner());
		String owner = (session >= 0) ? "session " + session : "" + stat.ephemeralOwner();
		return "czxid %d mzxid %d pzxid %d version %d children %d in version %d acl %d bytes %d owner %s".formatted(
				transactions.headSet(stat.czxid()).size(), transactions.headSet(stat.mzxid()).size(),
				transactions.headSet(stat.pzxid()).size(), stat.version(), stat.childCount(), stat.childrenVersion(),
				stat.aclVersion(), stat.dataLength(), owner);
	}

	/**
	 * One answer.
	 */
	private record Line(String text, List<NodeStat> stats) {
	}

}
