package io.zkhelper.test.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletionStage;

import io.zkhelper.claim.FencingToken;
import io.zkhelper.lock.DistributedLock;
import io.zkhelper.lock.DistributedLocks;
import io.zkhelper.lock.HeldLock;
import io.zkhelper.test.memory.InMemoryZooKeeper;

/**
 * Processes that ask for locks, give up, and let go.
 */
final class LockWork implements Work {

	static final String QUEUE = "/zkhelper/locks/" + Share.NAME;

	private final Machinery machinery;

	private final InMemoryZooKeeper servers;

	private final Locks kind;

	private final List<DistributedLocks> locks;

	private final List<Request> requests = new ArrayList<>();

	private final Trace trace;

	private FencingToken newest = new FencingToken(1, 0);

	private FencingToken newestWriter = this.newest;

	private int grants;

	LockWork(Machinery machinery, Locks kind, Trace trace) {
		this.machinery = machinery;
		this.servers = machinery.servers();
		this.kind = kind;
		this.trace = trace;
		this.locks = machinery.processes().stream().map((process) -> DistributedLocks.on(process.client())).toList();
	}

	@Override
	public void act(int process, int amount) {
		Random random = new Random(amount);
		int what = random.nextInt(12);
		if (what < 6) {
			ask(process, random);
		}
		else if (what < 10) {
			endOne(random);
		}
		else if (what < 11) {
			shareOne(process);
		}
		else if (this.kind.nearTheEndOfNumbers() && this.servers.exists(QUEUE)) {
			this.trace.note("numbers come to their end");
			this.servers.setNextSequence(QUEUE, Integer.MAX_VALUE - random.nextInt(4));
		}
	}

	private void ask(int process, Random random) {
		Share share = this.kind.draw(random);
		DistributedLock lock = this.kind.of(this.locks.get(process), share, process);
		Duration timeout = Duration.ofMillis(random.nextInt(3) * random.nextInt(2000));
		boolean patient = random.nextBoolean();
		this.trace.note("%s asks and %s".formatted(this.machinery.processes().get(process),
				patient ? share : share + ", for " + timeout));
		add(process, share, patient ? lock.acquireAsync() : lock.acquireAsync(timeout));
	}

	private void add(int process, Share share, CompletionStage<HeldLock> result) {
		this.requests.add(new Request(this.machinery.processes().get(process), share, result, this.trace));
	}

	private void endOne(Random random) {
		if (!this.requests.isEmpty()) {
			int number = this.requests.size() - 1 - random.nextInt(Math.min(6, this.requests.size()));
			end(this.requests.get(number));
		}
	}

	private void end(Request request) {
		if (!request.isEnded()) {
			this.trace.note(request + ", wants no more");
			request.end();
		}
	}

	private void shareOne(int process) {
		this.requests.stream()
			.filter((request) -> request.process() == this.machinery.processes().get(process))
			.filter((request) -> request.share().equals(Share.writes()) && request.isGranted() && !request.isEnded()
					&& request.held().isValid())
			.findFirst()
			.ifPresent((request) -> {
				CompletionStage<HeldLock> shared = this.kind.share(this.locks.get(process), request.held());
				if (shared != null) {
					this.trace.note(request + ", becomes a reader");
					shared.whenComplete((held, ex) -> request.becameAnother());
					add(process, ReadWriteLocks.READS, shared);
				}
			});
	}

	@Override
	public void check() {
		List<Request> holders = this.requests.stream().filter(Request::seesItselfHolding).toList();
		List<Share> shares = holders.stream().map(Request::share).toList();
		for (String name : this.kind.names()) {
			if (!Share.areCompatible(name, shares)) {
				this.trace.violated("I1", "together: " + holders);
			}
		}
		holders.stream().filter(Request::isNews).forEach(this::noteToken);
	}

	// Those who hold together have got it in any order
	private void noteToken(Request holder) {
		this.grants++;
		FencingToken token = holder.held().token();
		boolean alone = holder.share().kind() == Share.Kind.WRITES;
		FencingToken before = alone ? this.newest : this.newestWriter;
		boolean isSame = token.equals(before) && !alone;
		if (holder.share().names().size() == 1 && this.kind.names().size() == 1 && !isSame
				&& !token.isNewerThan(before)) {
			this.trace.violated("I2", "token " + token + " after " + before);
		}
		this.newest = token.isNewerThan(this.newest) ? token : this.newest;
		this.newestWriter = alone ? token : this.newestWriter;
	}

	@Override
	public void settle() {
		// Who holds lets go while the others are served
	}

	@Override
	public boolean isTold() {
		return this.requests.stream().noneMatch(Request::isUntold);
	}

	@Override
	public boolean isServed() {
		this.requests.stream().filter(Request::isGranted).forEach(this::end);
		return this.requests.stream().allMatch(Request::isOver);
	}

	@Override
	public boolean isTidy() {
		return this.kind.names()
			.stream()
			.allMatch((name) -> this.servers.children("/zkhelper/locks/" + name).isEmpty());
	}

	@Override
	public void leave() {
		this.requests.forEach(this::end);
	}

	@Override
	public boolean isEmpty() {
		return isTidy();
	}

	@Override
	public int grants() {
		return this.grants;
	}

}
