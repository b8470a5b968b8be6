package io.zkhelper.test.election;

import java.time.Duration;
import java.util.concurrent.CompletionStage;

import io.zkhelper.election.ElectionTrouble;
import io.zkhelper.election.LeaderElection;
import io.zkhelper.election.Leadership;
import io.zkhelper.session.Security;
import io.zkhelper.session.ZkClient;
import org.apache.zookeeper.ZooDefs.Perms;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Elections that belong to different users, on any servers.
 */
abstract class OwnersContract extends FaceContract {

	@Test
	@DisplayName("TD-08: two users campaign twice, each in an election of its own, and neither in that of the other")
	void twoUsers() {
		world().write("/zkhelper/elections", "");
		ZkClient first = connect("digest", "one:secret");
		ZkClient second = connect("digest", "two:secret");
		LeaderElection one = LeaderElection.builder(first, "one").build();
		LeaderElection two = LeaderElection.builder(second, "two").build();
		for (int term = 1; term <= 2; term++) {
			CompletionStage<Leadership> mine = one.campaign();
			CompletionStage<Leadership> theirs = two.campaign();
			assertThat(get("one leads", mine).term()).isEqualTo(term);
			assertThat(get("the value", get("two leads", theirs).proclaim("value")).isCommitted()).isTrue();
			get("one resigns", one.resign());
			get("two resigns", two.resign());
		}
		awaitEnd(LeaderElection.builder(second, "one").build().campaign(), ElectionTrouble.REFUSED);
		assertThat(get("one leads", one.campaign()).isValid()).isTrue();
	}

	@Test
	@DisplayName("TR-03 F-04: whose promotion is refused makes way, waits for nobody but others, and leads when it may")
	void promotionRefused() {
		get("the record is there", leader("x").election().stop());
		world().deny(BASE + "/leader", Perms.WRITE);
		Member first = member("a");
		Member second = member("b");
		first.election().start();
		second.election().start();
		world().during(Duration.ofSeconds(1), "nobody leads, and nobody queues twice",
				() -> !first.leads() && !second.leads() && contenders() <= 2);
		world().allow(BASE + "/leader");
		world().await("one leads", () -> first.leads() || second.leads());
		awaitContenders(2);
		Member leader = first.leads() ? first : second;
		get("the stop", leader.election().stop());
		world().await("the other one leads", () -> first.leads() || second.leads());
	}

	private ZkClient connect(String scheme, String secret) {
		return world().connect(world().options().withSecurity(Security.of(scheme, secret)));
	}

}
