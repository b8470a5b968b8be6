package io.zkhelper.session;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SessionTicketTests {

	private static final SessionTicket.Owner OWNER = new SessionTicket.Owner(0xfedcba9876543210L,
			new byte[] { 1, -2, 3 });

	private final SessionTicket ticket = new SessionTicket(OWNER, Duration.ofSeconds(12), "/zkhelper/handover-1",
			List.of("/zkhelper/elections/a/candidates/x", "/zkhelper/elections/b/candidates/y"));

	@Test
	void comesBackFromItsText() {
		SessionTicket read = SessionTicket.parse(this.ticket.secret() + "\n");
		assertThat(read).usingRecursiveComparison().isEqualTo(this.ticket);
		assertThat(this.ticket.secret()).matches("[-_0-9A-Za-z]+");
	}

	@Test
	void comesBackWithNothingLeft() {
		SessionTicket bare = new SessionTicket(OWNER, Duration.ofSeconds(12), "/zkhelper/handover-1", List.of());
		assertThat(SessionTicket.parse(bare.secret()).left()).isEmpty();
	}

	@Test
	void showsNothing() {
		assertThat(this.ticket).hasToString("SessionTicket[secret]");
		assertThat(this.ticket.owner()).hasToString("Owner[secret]");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "my secret", "AAAA", "zkhelper-ticket-1", "zkhelper-ticket-1\n0\n00\n12000\n/x",
			"zkhelper-ticket-1\n1\n00\n0\n/x", "zkhelper-ticket-1\n1\nzz\n12000\n/x",
			"zkhelper-ticket-1\n1\n00\n12000\nx", "zkhelper-ticket-2\n1\n00\n12000\n/x" })
	void whatIsNoTicketIsRefusedAndNotShown(String text) {
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		assertRefused(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
		assertRefused(text);
	}

	@Test
	void aPartOfATicketIsRefused() {
		assertRefused(this.ticket.secret().substring(0, 40));
	}

	private static void assertRefused(String secret) {
		assertThatIllegalArgumentException().isThrownBy(() -> SessionTicket.parse(secret))
			.withMessageStartingWith("'secret' is no session ticket")
			.withMessageContaining("pass on unchanged")
			.withNoCause();
	}

	@Test
	void ownersAreEqualByIdAndPassword() {
		assertThat(OWNER).isEqualTo(new SessionTicket.Owner(OWNER.id(), OWNER.password()))
			.hasSameHashCodeAs(new SessionTicket.Owner(OWNER.id(), new byte[0]))
			.isNotEqualTo(new SessionTicket.Owner(OWNER.id(), new byte[0]));
	}

}
