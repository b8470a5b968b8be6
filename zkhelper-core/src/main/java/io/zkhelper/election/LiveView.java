package io.zkhelper.election;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.zkhelper.claim.takeover.ReadRecord;
import io.zkhelper.session.Answer;
import io.zkhelper.session.Cancellable;
import io.zkhelper.session.NodeData;
import io.zkhelper.session.Rounds;
import io.zkhelper.session.Session;
import io.zkhelper.session.ZnodeError;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what is known of an election up to date: one watch on the queue, one on the
 * record, and each node read once. Changes that come in quick succession are read as one.
 */
final class LiveView {

	private static final Duration DEBOUNCE = Duration.ofMillis(200);

	/** How soon to look again for what is not there, which can't be watched. */
	private static final Duration POLL = Duration.ofSeconds(1);

	private static final Cancellable NOTHING = () -> {
	};

	private final Office office;

	private final Standing standing;

	private final Memory memory;

	private final Roster roster;

	private final Chronicle chronicle;

	private final ValueWatch value;

	private @Nullable Session session;

	private Cancellable queueWatch = NOTHING;

	private Cancellable recordWatch = NOTHING;

	private Cancellable next = NOTHING;

	private boolean planned;

	private final Rounds rounds = new Rounds();

	LiveView(Office office, Standing standing, Memory memory) {
		this.office = office;
		this.standing = standing;
		this.memory = memory;
		this.roster = new Roster(office.paths());
		this.chronicle = new Chronicle(office.paths());
		this.value = new ValueWatch(office.paths().value(), this::changed);
	}

	void begin(Session begun) {
		this.session = begun;
		refresh();
	}

	void end() {
		this.session = null;
		this.rounds.next();
		this.queueWatch.cancel();
		this.recordWatch.cancel();
		this.value.cancel();
		this.next.cancel();
		this.planned = false;
	}

	/**
	 * Watch what leaders proclaim as well, or no more.
	 */
	void watchValue(boolean wanted) {
		if (this.value.want(wanted)) {
			refresh();
		}
	}

	void refresh() {
		Session current = this.session;
		if (current == null) {
			return;
		}
		this.rounds.next();
		this.next.cancel();
		this.planned = false;
		this.queueWatch.cancel();
		this.recordWatch.cancel();
		this.queueWatch = current.znodes()
			.watchChildren(this.office.paths().candidates(), this::changed,
					this.rounds.answer((answer) -> onNames(current, answer)));
	}

	/**
	 * Look again soon.
	 */
	void changed() {
		refreshAfter(DEBOUNCE);
	}

	private void refreshAfter(Duration delay) {
		if (!this.planned && this.session != null) {
			this.planned = true;
			this.next = this.office.loop().schedule(delay, this::refresh);
		}
	}

	private void onNames(Session current, Answer<List<String>> answer) {
		if (!answer.isOk()) {
			refreshAfter(POLL);
		}
		if (answer.isOk() || answer.failedWith(ZnodeError.NO_NODE)) {
			List<String> names = answer.isOk() ? answer.value() : List.of();
			this.recordWatch = current.znodes()
				.watch(this.office.paths().record(), (event) -> changed(),
						this.rounds.answer((record) -> onRecord(current, names, record)));
		}
	}

	private void onRecord(Session current, List<String> names, Answer<NodeData> answer) {
		if (!answer.isOk()) {
			refreshAfter(POLL);
		}
		if (answer.isOk() || answer.failedWith(ZnodeError.NO_NODE)) {
			Optional<ReadRecord> record = Optional.ofNullable(answer.result()).map(this.office.record()::read);
			record.ifPresent(this.memory::seen);
			this.roster.load(current, names, this.rounds.task(() -> loadHistory(current, names, record)));
		}
	}

	private void loadHistory(Session current, List<String> names, Optional<ReadRecord> record) {
		long term = record.map(ReadRecord::term).orElse(0L);
		boolean complete = this.chronicle.isComplete(term);
		Runnable publish = this.rounds.task(() -> publish(current, names, record));
		this.chronicle.load(current, term, this.rounds.task(() -> this.value.load(current, publish)));
		if (!complete) {
			// Who leads now may only just be writing down the term before
			refreshAfter(POLL);
		}
	}

	private void publish(Session current, List<String> names, Optional<ReadRecord> record) {
		Optional<Term> term = record.flatMap((read) -> Payloads.readTerm(read, names));
		List<PastTerm> history = this.chronicle.with(record.flatMap(ReadRecord::record).flatMap(Payloads::pastTerm));
		this.standing.observe(new Observation(term, this.value.latest(), this.roster.participants(), history,
				this.office.loop().now().wall(), !current.isConnected()));
	}

}
