package io.zkhelper.test.resume;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.zkhelper.election.ElectionOptions;
import io.zkhelper.session.SessionTicket;
import io.zkhelper.session.ZkClient;
import io.zkhelper.test.memory.Loss;
import io.zkhelper.test.memory.RequestKind;
import io.zkhelper.test.world.SimulatedWorld;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sessions that are handed over while requests or their answers get lost.
 */
class LostHandOverTests {

	private static final String CANDIDATES = "/zkhelper/elections/reports/candidates";

	private final SimulatedWorld world = new SimulatedWorld();

	private final List<Member> members = new ArrayList<>();

	private Member first;

	private Member waiter;

	static Stream<Arguments> losses() {
		return Stream.of(RequestKind.values())
			.filter((kind) -> kind != RequestKind.CLOSE)
			.flatMap((kind) -> Stream.of(Loss.values())
				.flatMap((loss) -> IntStream.of(1, 2, 4).mapToObj((times) -> Arguments.of(kind, loss, times))));
	}

	@BeforeEach
	void join() {
		this.first = member(this.world.connect(), "first");
		this.world.await("the first one leads", this.first::leads);
		this.waiter = member(this.world.connect(), "waiter");
		this.world.await("another one waits", () -> this.waiter.sees("first"));
		this.world.always(() -> assertThat(this.members.stream().filter(Member::leads).count()).isLessThanOrEqualTo(1));
	}

	@AfterEach
	void close() {
		this.world.close();
	}

	@ParameterizedTest
	@MethodSource("losses")
	void whatIsLostOnTheWayOut(RequestKind kind, Loss loss, int times) {
		lose(this.first.client(), kind, loss, times);
		Member second = member(this.world.connect(this.world.options().withTicket(ticket())), "second");
		requireKept(second);
	}

	@ParameterizedTest
	@MethodSource("losses")
	void whatIsLostOnTheWayIn(RequestKind kind, Loss loss, int times) {
		ZkClient client = this.world.connect(this.world.options().withTicket(ticket()));
		lose(client, kind, loss, times);
		requireKept(member(client, "second"));
	}

	private void lose(ZkClient client, RequestKind kind, Loss loss, int times) {
		IntStream.range(0, times).forEach((time) -> this.world.link(client).failNext(kind, loss));
	}

	private SessionTicket ticket() {
		CompletionStage<SessionTicket> detached = this.first.client().detach().thenApply((left) -> left.orElseThrow());
		this.world.await("the ticket", () -> detached.toCompletableFuture().isDone());
		return detached.toCompletableFuture().join();
	}

	private void requireKept(Member second) {
		this.world.await("the second one leads", second::leads);
		assertThat(this.waiter.events()).isEmpty();
		this.world.await("there is a node of each, and no other",
				() -> this.world.children(CANDIDATES).size() == 2 && this.world.children("/zkhelper").size() == 1);
	}

	private Member member(ZkClient client, String id) {
		Member member = Member.of(client, id, id, ElectionOptions.DEFAULT);
		this.members.add(member);
		return member;
	}

}
