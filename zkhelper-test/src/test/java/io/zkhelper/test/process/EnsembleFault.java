package io.zkhelper.test.process;

import java.time.Duration;
import java.util.List;

import io.zkhelper.test.process.ensemble.ServerEnsemble;
import io.zkhelper.test.server.TcpProxy;

/**
 * What goes wrong between three servers and their clients.
 */
enum EnsembleFault {

	/**
	 * The follower to which leaders are connected is cut off from the ensemble's leader,
	 * every other time from both servers. It goes on serving its clients, of which every
	 * other time the leaders reach no other server.
	 */
	CUT_FOLLOWER(2000, 5000, 7300) {

		@Override
		void prepare(ServerEnsemble ensemble, List<Contest> contests, int number) {
			int follower = ensemble.follower(number / 2);
			contests.forEach((contest) -> contest.place(follower, ensemble.leader()));
		}

		@Override
		Runnable strike(ServerEnsemble ensemble, List<Contest> contests, int number) {
			int follower = ensemble.follower(number / 2);
			List<Access> accesses = (number / 2 % 2 == 0)
					? contests.stream().map(EnsembleFault::accessOfLeader).toList() : List.of();
			if (number % 2 == 0) {
				ensemble.cut(follower, ensemble.leader());
			}
			else {
				ensemble.isolate(follower);
			}
			accesses.forEach((access) -> access.keepTo(follower));
			return () -> {
				ensemble.heal();
				accesses.forEach(Access::restore);
			};
		}

	},

	/**
	 * The ensemble's leader is frozen, with leaders connected to it, or to a follower.
	 */
	FREEZE_LEADER(1500, 4000, 6000, 10_000) {

		@Override
		void prepare(ServerEnsemble ensemble, List<Contest> contests, int number) {
			int leader = ensemble.leader();
			int follower = ensemble.follower(number);
			int other = ensemble.follower(number + 1);
			contests.forEach((contest) -> contest.place((number % 2 == 0) ? leader : follower, other));
		}

		@Override
		Runnable strike(ServerEnsemble ensemble, List<Contest> contests, int number) {
			int leader = ensemble.leader();
			ensemble.freeze(leader);
			return () -> ensemble.thaw(leader);
		}

	},

	/** Leaders are kept from the server to which they are connected, and may move. */
	PART_FROM_ONE(2000, 5000, 8000) {

		@Override
		Runnable strike(ServerEnsemble ensemble, List<Contest> contests, int number) {
			List<Access> accesses = contests.stream().map(EnsembleFault::accessOfLeader).toList();
			accesses.forEach((access) -> part(access, access.server(), number));
			return () -> accesses.forEach(Access::restore);
		}

	},

	/** Leaders are kept from all servers. */
	PART_FROM_ALL(1500, 4500, 7300) {

		@Override
		Runnable strike(ServerEnsemble ensemble, List<Contest> contests, int number) {
			List<Access> accesses = contests.stream().map(EnsembleFault::accessOfLeader).toList();
			accesses.forEach((access) -> part(access, 0, number));
			return () -> accesses.forEach(Access::restore);
		}

	};

	private final List<Integer> millis;

	EnsembleFault(Integer... millis) {
		this.millis = List.of(millis);
	}

	/**
	 * Bring everybody into position.
	 */
	void prepare(ServerEnsemble ensemble, List<Contest> contests, int number) {
		// Anywhere will do
	}

	/**
	 * Begin the fault.
	 * @return what ends it
	 */
	abstract Runnable strike(ServerEnsemble ensemble, List<Contest> contests, int number);

	Duration length(int number) {
		// The longest first, for campaigns too short for all
		return Duration.ofMillis(this.millis.get(this.millis.size() - 1 - number / 4 % this.millis.size()));
	}

	private static Access accessOfLeader(Contest contest) {
		return contest.accessOf(contest.awaitLeader());
	}

	private static void part(Access access, int server, int number) {
		access.part(server, (number % 2 == 0) ? TcpProxy::silence : TcpProxy::cut);
	}

}
