package io.zkhelper.test.memory;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What was proposed and is not committed yet: committed in order, each when a majority
 * has it on disk.
 */
final class Proposals {

	private final SimulatedEnsemble ensemble;

	private final Consumer<Transaction> commit;

	private final Deque<Proposal> open = new ArrayDeque<>();

	Proposals(SimulatedEnsemble ensemble, Consumer<Transaction> commit) {
		this.ensemble = ensemble;
		this.commit = commit;
	}

	void add(Transaction transaction) {
		this.open.add(new Proposal(transaction, new HashSet<>(), new ArrayList<>()));
	}

	List<Transaction> all() {
		return this.open.stream().map(Proposal::transaction).toList();
	}

	void onLogged(Member member, long zxid) {
		this.open.stream()
			.filter((proposal) -> proposal.transaction().zxid() == zxid)
			.forEach((proposal) -> proposal.logged().add(member));
		while (!this.open.isEmpty() && this.ensemble.isMajority(this.open.getFirst().logged().size())) {
			Proposal next = this.open.removeFirst();
			this.commit.accept(next.transaction());
			next.afterwards().forEach(Runnable::run);
		}
	}

	void whenAllCommitted(Runnable task) {
		if (this.open.isEmpty()) {
			task.run();
		}
		else {
			this.open.getLast().afterwards().add(task);
		}
	}

	/**
	 * A transaction on its way.
	 *
	 * @param transaction the transaction
	 * @param logged who has it on disk
	 * @param afterwards what waits for it
	 */
	private record Proposal(Transaction transaction, Set<Member> logged, List<Runnable> afterwards) {
	}

}
