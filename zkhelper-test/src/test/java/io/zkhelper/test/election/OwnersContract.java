package io.zkhelper.test.election;

import java.util.concurrent.CompletionStage;

import io.zkhelper.election.ElectionTrouble;
import io.zkhelper.election.LeaderElection;
import io.zkhelper.election.Leadership;
import io.zkhelper.session.Security;
import io.zkhelper.session.ZkClient;
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

	private ZkClient connect(String scheme, String secret) {
		return world().connect(world().options().withSecurity(Security.of(scheme, secret)));
	}

}
