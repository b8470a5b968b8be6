package io.zkhelper.test.contract;

import java.time.Duration;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.zkhelper.session.Answer;
import io.zkhelper.session.Change;
import io.zkhelper.session.NodeKind;
import io.zkhelper.session.Security;
import io.zkhelper.session.SessionTicket;
import io.zkhelper.session.ZkClientOptions;
import io.zkhelper.session.ZnodeError;
import org.apache.zookeeper.ZooDefs.Ids;
import org.apache.zookeeper.ZooDefs.Perms;
import org.apache.zookeeper.data.ACL;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What becomes of handles and their sessions.
 */
abstract class SessionContract extends Contract {

	SessionContract(Stage stage) {
		super(stage);
	}

	@Test
	void connectsWithASessionAndATimeout() {
		assertThat(this.actor.events()).containsExactly("connected");
		assertThat(this.actor.session()).isNotZero().isNotEqualTo(newActor().session());
		assertThat(this.actor.timeout()).isEqualTo(Duration.ofSeconds(20));
	}

	@Test
	void closingRemovesEphemeralNodes() {
		Actor other = newActor();
		other.create(path("e"), NodeKind.EPHEMERAL);
		other.create(path("p"), NodeKind.PERSISTENT);
		other.closeHandle();
		assertThat(this.actor.list(this.root).value()).containsExactly("p");
		assertThat(other.events()).doesNotContain("expired");
	}

	@Test
	void aClosedHandleAnswersThatItIsOver() {
		Actor other = newActor();
		other.closeHandle();
		assertThat(other.read("/").failedWith(ZnodeError.SESSION_EXPIRED)).isTrue();
		assertThat(other.create(path("x"), NodeKind.PERSISTENT).failedWith(ZnodeError.SESSION_EXPIRED)).isTrue();
		assertThat(other.multi(creating(path("x"))).failedWith(ZnodeError.SESSION_EXPIRED)).isTrue();
		other.closeHandle();
	}

	@Test
	void whatIsSentBeforeTheCloseIsAnsweredOnce() {
		Actor other = newActor();
		List<Asked<String>> asked = IntStream.range(0, 20)
			.mapToObj((i) -> other.<String>ask((answer) -> other.znodes().sync("/", answer)))
			.toList();
		other.closeHandle();
		assertThat(asked).allSatisfy((each) -> assertThat(each.answer().isOk()).isTrue());
		assertThat(asked).allSatisfy((each) -> assertThat(each.count()).isEqualTo(1));
	}

	@Test
	void aHandleMayBeClosedWhileTheServerIsAway() {
		stage().stopServer();
		this.actor.awaitEvent("disconnected");
		this.actor.closeHandle();
	}

	@Test
	void aHandleWaitsForTheServer() {
		stage().stopServer();
		Actor early = openActor();
		assertThat(stage().holdsWithin(Duration.ofMillis(200), () -> early.events().contains("connected"))).isFalse();
		stage().startServer();
		early.awaitEvent("connected");
	}

	@Test
	void theSessionGoesOnAfterADisconnect() {
		this.actor.create(path("e"), NodeKind.EPHEMERAL);
		long session = this.actor.session();
		stage().dropConnections();
		this.actor.awaitReconnected();
		assertThat(this.actor.events()).containsExactly("connected", "disconnected", "connected");
		assertThat(this.actor.session()).isEqualTo(session);
		assertThat(this.actor.list(this.root).value()).containsExactly("e");
	}

	@Test
	void theSessionOutlivesTheServer() {
		this.actor.create(path("e"), NodeKind.EPHEMERAL);
		stage().stopServer();
		this.actor.awaitEvent("disconnected");
		stage().startServer();
		this.actor.awaitReconnected();
		assertThat(this.actor.list(this.root).value()).containsExactly("e");
		assertThat(this.actor.events()).doesNotContain("expired");
	}

	@Test
	void whatIsSentWhileTheServerIsAwayIsAnsweredOnce() {
		stage().stopServer();
		this.actor.awaitEvent("disconnected");
		Asked<List<String>> asked = this.actor.ask((answer) -> this.actor.znodes().list("/", answer));
		assertThat(asked.answer().failedWith(ZnodeError.CONNECTION_LOSS)).isTrue();
		stage().startServer();
		this.actor.awaitReconnected();
		this.actor.settle();
		assertThat(asked.count()).isEqualTo(1);
	}

	@Test
	void anExpiredSessionIsOver() {
		Actor other = newActor();
		other.create(path("e"), NodeKind.EPHEMERAL);
		stage().expireOwnerOf(path("e"));
		this.actor.sync(this.root);
		assertThat(this.actor.list(this.root).value()).isEmpty();
		other.awaitEvent("expired");
		assertThat(other.events()).containsExactly("connected", "disconnected", "expired");
		assertThat(other.read("/").failedWith(ZnodeError.SESSION_EXPIRED)).isTrue();
		assertThat(this.actor.events()).containsExactly("connected");
	}

	@Test
	@DisplayName("Z18: who has a session's id and password goes on with it")
	void aSessionThatWasLeftGoesOn() {
		Actor first = newActor();
		first.create(path("e"), NodeKind.EPHEMERAL);
		byte[] password = first.leave();
		assertThat(this.actor.list(this.root).value()).containsExactly("e");
		Actor second = newActor(resuming(first.session(), password));
		assertThat(second.session()).isEqualTo(first.session());
		assertThat(second.read(path("e")).value().stat().ephemeralOwner()).isEqualTo(first.session());
		second.closeHandle();
		assertThat(this.actor.list(this.root).value()).isEmpty();
	}

	@Test
	void aHandleThatHasLeftAnswersAndStaysAway() {
		Actor first = newActor();
		first.leave();
		assertThat(first.read("/").failedWith(ZnodeError.SESSION_EXPIRED)).isTrue();
		assertThat(stage().holdsWithin(Duration.ofMillis(400),
				() -> Collections.frequency(first.events(), "connected") > 1))
			.isFalse();
	}

	@Test
	void whoGoesOnWithASessionTakesItsConnection() {
		Actor first = newActor();
		byte[] password = first.leave();
		Actor second = newActor(resuming(first.session(), password));
		newActor(resuming(first.session(), password));
		// On another server it learns so when it writes
		second.create(path("e"), NodeKind.EPHEMERAL);
		second.awaitEvent("disconnected");
		assertThat(second.events()).doesNotContain("expired");
	}

	@Test
	void aWrongPasswordEndsNothingButTheHandle() {
		Actor first = newActor();
		first.create(path("e"), NodeKind.EPHEMERAL);
		byte[] password = first.leave();
		password[0]++;
		openActor(resuming(first.session(), password)).awaitEvent("expired");
		assertThat(this.actor.list(this.root).value()).containsExactly("e");
	}

	private ZkClientOptions resuming(long session, byte[] password) {
		String text = String.join("\n", "zkhelper-ticket-1", Long.toHexString(session),
				HexFormat.of().formatHex(password), "20000", "/baton");
		return stage().options()
			.withTicket(SessionTicket.parse(Base64.getUrlEncoder().encodeToString(text.getBytes(UTF_8))));
	}

	@Test
	void unknownCredentialsAreRefused() {
		Actor other = newActor(stage().options()
			.withSecurity(
					new Security(List.of(new Security.Credential("unheard-of", "x")), Ids.OPEN_ACL_UNSAFE, Map.of())));
		other.awaitEvent("auth failed");
		assertThat(other.read("/").failedWith(ZnodeError.AUTH_FAILED)).isTrue();
	}

	@Test
	void onlyWhoMayIsLet() {
		Actor owner = newActor(stage().options().withSecurity(Security.of("digest", "user:password")));
		owner.create(path("mine"), NodeKind.PERSISTENT);
		assertThat(owner.create(path("mine/child"), NodeKind.PERSISTENT).isOk()).isTrue();
		assertNoAuth(this.actor.read(path("mine")));
		assertNoAuth(this.actor.list(path("mine")));
		assertNoAuth(this.actor.create(path("mine/x"), NodeKind.PERSISTENT));
		assertNoAuth(this.actor.delete(path("mine/child"), Change.ANY_VERSION));
		assertNoAuth(this.actor.multi(setting(path("mine"), "x", Change.ANY_VERSION)));
		assertNoAuth(this.actor.multi(new Change.Check(path("mine"), Change.ANY_VERSION)));
		Actor same = newActor(stage().options().withSecurity(Security.of("digest", "user:password")));
		assertThat(same.read(path("mine")).isOk()).isTrue();
	}

	@Test
	void whoMayDeleteIsDecidedOnTheParent() {
		List<ACL> readOnly = List.of(new ACL(Perms.READ, Ids.ANYONE_ID_UNSAFE));
		this.actor.create(new Change.Create(path("a"), new byte[0], NodeKind.PERSISTENT, readOnly));
		assertNoAuth(this.actor.create(path("a/b"), NodeKind.PERSISTENT));
		assertThat(this.actor.delete(path("a"), Change.ANY_VERSION).isOk()).isTrue();
	}

	@Test
	void anAclMustMeanSomebody() {
		Change.Create create = new Change.Create(path("a"), new byte[0], NodeKind.PERSISTENT, Ids.CREATOR_ALL_ACL);
		assertThat(this.actor.create(create).failedWith(ZnodeError.INVALID_ACL)).isTrue();
	}

	private static void assertNoAuth(Answer<?> answer) {
		assertThat(answer.failedWith(ZnodeError.NO_AUTH)).as(answer.toString()).isTrue();
	}

}
