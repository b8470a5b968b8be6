package io.zkhelper.test.election;

import java.util.List;

import io.zkhelper.claim.Safety;
import io.zkhelper.election.ElectionOptions;
import io.zkhelper.election.LeaderElection;
import io.zkhelper.session.SessionState;
import io.zkhelper.session.ZkClient;
import io.zkhelper.test.world.RealWorld;
import io.zkhelper.test.world.RequestMoments;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A leader that vanishes from a real server exactly between two requests of a follower,
 * which lists the candidates and reads what each has written.
 */
class ElectionMomentTests {

	private final RealWorld world = RealWorld.calm();

	private final ZkClient first = this.world.connect();

	private final RequestMoments moments = new RequestMoments(this.world.options());

	private final LeaderElection leader = election(this.first);

	private final LeaderElection follower = election(this.moments.client());

	// Which does not wait until the lease of somebody who vanished has run out
	private static LeaderElection election(ZkClient client) {
		ElectionOptions options = ElectionOptions.DEFAULT.withSafety(Safety.STANDARD);
		return LeaderElection.builder(client, "reports").options(options).build();
	}

	@AfterEach
	void close() {
		// Or it would be waited for
		this.world.heal(this.first);
		this.moments.close();
		this.world.close();
	}

	@ParameterizedTest(name = "TR-13: the leader''s node goes right before {0} #{1} of a follower")
	@CsvSource({ "getChildren,1", "getData,1", "getData,2", "getData,3" })
	void leaderVanishes(String operation, int occurrence) {
		this.leader.start();
		this.world.await("one leads", this.leader::isLeader);
		this.world.await("a connection", () -> this.moments.client().state() == SessionState.CONNECTED);
		this.moments.before(operation, occurrence, this::loseTheLeader);
		this.follower.start();
		this.world.await("the moment", this.moments::hasHappened);
		this.world.await("the other one leads", this.follower::isLeader);
		this.world.await("it sees itself alone",
				() -> this.follower.view().participants().equals(List.of(this.follower.participant())));
	}

	private void loseTheLeader() {
		String candidates = "/zkhelper/elections/reports/candidates";
		List<String> nodes = this.world.children(candidates)
			.stream()
			.sorted((one, other) -> number(one).compareTo(number(other)))
			.toList();
		this.world.cut(this.first);
		this.world.expireOwnerOf(candidates + "/" + nodes.get(0));
	}

	private static String number(String name) {
		return name.substring(name.length() - 10);
	}

}
