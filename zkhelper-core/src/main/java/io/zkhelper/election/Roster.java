package io.zkhelper.election;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import io.zkhelper.claim.Contender;
import io.zkhelper.claim.Payload;
import io.zkhelper.session.NodeData;
import io.zkhelper.session.Session;

/**
 * Who takes part, the first hundred at most: reads each node once.
 */
final class Roster {

	private static final int MAX_PARTICIPANTS = 100;

	private final ElectionPaths paths;

	private final Map<String, Entry> entries = new HashMap<>();

	Roster(ElectionPaths paths) {
		this.paths = paths;
	}

	/**
	 * Read what is not known yet.
	 * @param loaded called when all is known, not called when an answer is lost
	 */
	void load(Session session, List<String> names, Runnable loaded) {
		List<String> wanted = wanted(names.stream().flatMap((name) -> Contender.parse(name).stream()).toList());
		this.entries.keySet().retainAll(wanted);
		List<String> missing = wanted.stream().filter((name) -> !this.entries.containsKey(name)).toList();
		if (missing.isEmpty()) {
			loaded.run();
			return;
		}
		AtomicInteger open = new AtomicInteger(missing.size());
		missing.forEach((name) -> session.znodes().read(this.paths.candidate(name), (answer) -> {
			if (answer.isOk()) {
				this.entries.put(name, entry(name, answer.value()));
			}
			else if (answer.why().error().isOutcomeUnknown()) {
				// What was lost is read again after the reconnect
				return;
			}
			if (open.decrementAndGet() == 0) {
				loaded.run();
			}
		}));
	}

	// Numbers that are used up don't tell who is first: then all have to be read
	private static List<String> wanted(List<Contender> contenders) {
		boolean countable = contenders.stream().noneMatch(Contender::isBeyondCounting);
		return contenders.stream()
			.sorted(Comparator.comparing(Contender::sequence))
			.limit(countable ? MAX_PARTICIPANTS : contenders.size())
			.map(Contender::name)
			.toList();
	}

	// What can't be read is from somebody else, who takes part all the same
	private static Entry entry(String name, NodeData node) {
		Participant participant = Payload.read(node.data())
			.flatMap(Payloads::readParticipant)
			.orElseGet(() -> new Participant(idOf(name), "", 0, "", Map.of(), Instant.EPOCH));
		// A node in the place of another one stands where that one stood
		long transaction = Contender.parse(name).flatMap(Contender::origin).orElse(node.stat().czxid());
		return new Entry(transaction, participant);
	}

	// The end of a name has its number
	private static String idOf(String name) {
		return name.substring(Math.max(0, name.length() - Participant.MAX_ID_LENGTH));
	}

	/**
	 * The participants in the order in which they would lead.
	 */
	List<Participant> participants() {
		return this.entries.values()
			.stream()
			.sorted(Comparator.comparing(Entry::transaction))
			.limit(MAX_PARTICIPANTS)
			.map(Entry::participant)
			.toList();
	}

	private record Entry(long transaction, Participant participant) {
	}

}
