package io.zkhelper.test.resume;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

import io.zkhelper.claim.FencingToken;
import io.zkhelper.claim.Safety;
import io.zkhelper.election.ElectionOptions;
import io.zkhelper.election.Leadership;
import io.zkhelper.session.SessionTicket;
import io.zkhelper.session.ZkClient;
import io.zkhelper.session.ZkClientOptions;
import io.zkhelper.test.world.CapturedLog;
import io.zkhelper.test.world.SimulatedWorld;
import ch.qos.logback.classic.Level;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A session that goes from client to client, with tickets used twice and networks that
 * fail, at random.
 */
class ManyHandOversTests {

	private static final int COURSES = 150;

	private static final int HAND_OVERS = 4;

	private static final String CANDIDATES = "/zkhelper/elections/reports/candidates";

	@ParameterizedTest
	@EnumSource
	void oneLeadsAtMostAndTokensGrow(Safety safety) {
		try (CapturedLog log = CapturedLog.of("io.zkhelper", Level.OFF)) {
			for (long seed = 0; seed < COURSES; seed++) {
				new Course(seed, safety).run();
			}
			assertThat(log.messages(Level.ERROR)).isEmpty();
		}
	}

	/**
	 * One chain of hand-overs.
	 */
	private static final class Course {

		private final long seed;

		private final Random random;

		private final SimulatedWorld world;

		private final ElectionOptions options;

		private final List<Member> members = new ArrayList<>();

		private Optional<FencingToken> highest = Optional.empty();

		Course(long seed, Safety safety) {
			this.seed = seed;
			this.random = new Random(seed);
			this.world = new SimulatedWorld(seed);
			this.options = ElectionOptions.DEFAULT.withSafety(safety);
			this.world.always(this::check);
		}

		private void check() {
			List<Leadership> leading = this.members.stream()
				.flatMap((member) -> member.election().leadership().stream())
				.toList();
			assertThat(leading).as("leaders with seed %d", this.seed).hasSizeLessThan(2);
			leading.forEach((leadership) -> {
				assertThat(this.highest.filter((token) -> token.isNewerThan(leadership.token())))
					.as("a token before, with seed %d", this.seed)
					.isEmpty();
				this.highest = Optional.of(leadership.token());
			});
		}

		void run() {
			join(this.world.options());
			join(this.world.options());
			for (int i = 0; i < HAND_OVERS; i++) {
				this.world.await("somebody leads, with seed " + this.seed, () -> leader().isPresent());
				handOver(leader().orElseThrow());
			}
			this.world.await("somebody leads, with seed " + this.seed, () -> leader().isPresent());
			this.world.await("a node of each, with seed " + this.seed,
					() -> this.world.children(CANDIDATES).size() == this.members.size());
			this.world.close();
		}

		private Optional<Member> leader() {
			return this.members.stream().filter(Member::leads).findFirst();
		}

		private void handOver(Member from) {
			CompletableFuture<Optional<SessionTicket>> ticket = from.client().detach().toCompletableFuture();
			disturb(from.client());
			this.world.await("the end of the first one, with seed " + this.seed, ticket::isDone);
			this.members.remove(from);
			ZkClientOptions own = this.world.options();
			ZkClientOptions next = ticket.join().map(own::withTicket).orElse(own);
			for (int users = 1 + this.random.nextInt(2); users > 0; users--) {
				disturb(join(next).client());
			}
		}

		private Member join(ZkClientOptions how) {
			ZkClient client = this.world.connect(how);
			Member member = Member.of(client, "member-" + this.members.size(), "", this.options);
			this.members.add(member);
			return member;
		}

		private void disturb(ZkClient client) {
			this.world.step(this.random.nextInt(60));
			switch (this.random.nextInt(4)) {
				case 0 -> this.world.link(client).disconnect();
				case 1 -> cutFor(client, Duration.ofMillis(this.random.nextInt(3000)));
				case 2 -> deafenForAMoment(client);
				default -> {
					// All is well
				}
			}
			this.world.heal(client);
		}

		private void deafenForAMoment(ZkClient client) {
			this.world.deafen(client);
			this.world.step(this.random.nextInt(60));
		}

		private void cutFor(ZkClient client, Duration time) {
			this.world.cut(client);
			this.world.during(time, "time passes", () -> true);
		}

	}

}
