package io.zkhelper.test.memory;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * What the ensemble agrees on, one after the other. What was refused is a transaction
 * too, which changes nothing.
 *
 * @param zxid its number
 * @param nodes what becomes of nodes, empty for those that go
 * @param sessions what becomes of sessions: their timeouts, empty for those that end
 * @param events what to tell those who watch, in order
 * @param receipt who asked for it
 */
record Transaction(long zxid, Map<String, Optional<Znode>> nodes, Map<Long, Optional<Duration>> sessions,
		List<TreeEvent> events, @Nullable Receipt receipt) {

	static Transaction withoutChange(long zxid, @Nullable Receipt receipt) {
		return new Transaction(zxid, Map.of(), Map.of(), List.of(), receipt);
	}

	/**
	 * Who asked for a transaction, and is to be told when it is applied there.
	 *
	 * @param server the server
	 * @param applied called there
	 */
	record Receipt(SimulatedServer server, Runnable applied) {
	}

}
