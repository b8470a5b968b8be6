package io.zkhelper.boot.election;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.zkhelper.election.LossReason;
import io.zkhelper.election.Participant;
import org.junit.jupiter.api.Test;

import org.springframework.context.event.EventListener;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for events of the application.
 */
class ElectionEventTests {

	@Test
	void publishesWhatHappensInOrder() {
		ElectionRunner.with(Heard.class, ElectionLifecycleTests.Job.class).run((context) -> {
			GrantableElection election = ElectionRunner.election(context);
			election.grant();
			election.changeLeader();
			election.changeLeader();
			election.revoke(LossReason.LEASE_LAPSED);
			election.grant();
			assertThat(context.getBean(Heard.class).events()).containsExactly("default granted 1",
					"default led by rival", "default revoked 1 LEASE_LAPSED", "default granted 2");
		});
	}

	@Test
	void publishesTheEndOfATermWhenTheApplicationStops() {
		ElectionRunner.with(Heard.class, ElectionLifecycleTests.Job.class).run((context) -> {
			ElectionRunner.election(context).grant();
			Heard heard = context.getBean(Heard.class);
			context.close();
			assertThat(heard.events()).containsExactly("default granted 1", "default revoked 1 STOPPED");
		});
	}

	@Test
	void losesNoEventToBeansThatAreMadeLater() {
		ElectionRunner.with(EarlyBird.class, Late.class).run((context) -> {
			assertThat(context.getBean(Late.class).thread).isSameAs(Thread.currentThread());
			assertThat(context.getBean(Late.class).terms).containsExactly(1L);
		});
	}

	/** Has its election lead while other beans are still to be made. */
	static class EarlyBird {

		EarlyBird(LeaderElections elections) throws InterruptedException {
			GrantableElection election = (GrantableElection) elections.join("default");
			Thread thread = new Thread(election::grant, "listener");
			thread.start();
			thread.join();
		}

	}

	static class Late {

		private final Thread thread = Thread.currentThread();

		private final List<Long> terms = new CopyOnWriteArrayList<>();

		@EventListener
		void on(LeadershipGrantedEvent event) {
			this.terms.add(event.leadership().term());
		}

	}

	static class Heard {

		private final List<String> events = new CopyOnWriteArrayList<>();

		@EventListener
		void on(LeadershipGrantedEvent event) {
			this.events.add("%s granted %d".formatted(event.election(), event.leadership().term()));
		}

		@EventListener
		void on(LeadershipRevokedEvent event) {
			this.events.add("%s revoked %d %s".formatted(event.election(), event.leadership().term(), event.reason()));
		}

		@EventListener
		void on(LeaderChangedEvent event) {
			this.events.add("%s led by %s".formatted(event.election(),
					event.view().leader().map(Participant::id).orElse("nobody")));
		}

		List<String> events() {
			return this.events;
		}

	}

}
