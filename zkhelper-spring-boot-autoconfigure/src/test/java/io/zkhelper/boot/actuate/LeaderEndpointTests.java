package io.zkhelper.boot.actuate;

import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.zkhelper.election.LeaderElection;
import org.junit.jupiter.api.Test;

import org.springframework.boot.actuate.audit.listener.AuditApplicationEvent;
import org.springframework.boot.actuate.endpoint.SecurityContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link LeaderEndpoint}.
 */
class LeaderEndpointTests {

	private final LeaderElection election = Elections.led("reports");

	private final List<Object> published = new ArrayList<>();

	private final LeaderEndpoint endpoint = new LeaderEndpoint(Elections.of(this.election), null, this.published::add);

	@Test
	void auditsThePrincipal() {
		Principal alice = () -> "alice";
		SecurityContext context = mock(SecurityContext.class);
		given(context.getPrincipal()).willReturn(alice);
		this.endpoint.act(context, "reports", "resign");
		assertThat(this.published).singleElement()
			.isInstanceOfSatisfying(AuditApplicationEvent.class,
					(event) -> assertThat(event.getAuditEvent().getPrincipal()).isEqualTo("alice"));
	}

	@Test
	void auditsNothingThatItRefuses() {
		this.endpoint.act(SecurityContext.NONE, "other", "resign");
		assertThat(this.published).isEmpty();
	}

	@Test
	void tellsWhenAnActionFails() {
		given(this.election.pause()).willReturn(CompletableFuture.failedFuture(new IllegalStateException("closed")));
		assertThatIllegalStateException().isThrownBy(() -> this.endpoint.act(SecurityContext.NONE, "reports", "pause"))
			.withMessage("Election 'reports' did not pause");
	}

	@Test
	void showsNoSessionWhereThereIsNone() {
		assertThat(this.endpoint.elections().session()).isEqualTo(new SessionDescriptor("NONE", null, null));
	}

}
