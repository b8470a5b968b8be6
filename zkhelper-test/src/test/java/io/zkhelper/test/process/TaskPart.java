package io.zkhelper.test.process;

import java.io.PrintStream;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

import io.zkhelper.election.LeaderElection;
import io.zkhelper.election.LeaderTask;
import io.zkhelper.election.Leadership;
import io.zkhelper.election.Participant;
import io.zkhelper.election.TaskResult;
import io.zkhelper.session.ZkClient;

/**
 * The part of a task that is at work as long as its process leads: asked whether it
 * leads, it says whether it is at work in a term that is valid.
 */
final class TaskPart implements Part, Check, LeaderTask {

	private final ZkClient client;

	private final LeaderElection election;

	private volatile Leadership atWork;

	private TaskPart(ZkClient client, LeaderElection election) {
		this.client = client;
		this.election = election;
	}

	static Part of(Settings settings, Participant who, PrintStream output) {
		ZkClient client = settings.connect();
		LeaderElection election = LeaderElection.builder(client, settings.name()).participant(who).build();
		election.addListener(new EventPrinter(output));
		TaskPart part = new TaskPart(client, election);
		election.run(part);
		return part;
	}

	@Override
	public TaskResult run(Leadership leadership) throws InterruptedException {
		this.atWork = leadership;
		try {
			new CountDownLatch(1).await();
			return TaskResult.REJOIN;
		}
		finally {
			this.atWork = null;
		}
	}

	@Override
	public Check check() {
		return this;
	}

	@Override
	public boolean leads() {
		Leadership current = this.atWork;
		return current != null && current.isValid();
	}

	@Override
	public Optional<Term> term() {
		return Optional.ofNullable(this.atWork).map(Term::of);
	}

	@Override
	public void close() {
		this.election.close();
		this.client.close();
	}

}
