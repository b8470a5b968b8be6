package io.zkhelper.boot.actuate;

import java.security.Principal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import io.zkhelper.boot.election.LeaderElections;
import io.zkhelper.cell.CellClients;
import io.zkhelper.election.LeaderElection;
import io.zkhelper.session.ZkClient;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.actuate.audit.listener.AuditApplicationEvent;
import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.context.ApplicationEventPublisher;

/**
 * Endpoint that shows who leads, from memory, and lets an operator move leadership when
 * access to it is unrestricted.
 *
 * @since 1.0.0
 */
@Endpoint(id = "leader", defaultAccess = Access.READ_ONLY)
public class LeaderEndpoint {

	private static final Logger logger = LoggerFactory.getLogger(LeaderEndpoint.class);

	private final LeaderElections elections;

	private final @Nullable ZkClient client;

	private final @Nullable CellClients cells;

	private final ApplicationEventPublisher publisher;

	/**
	 * Create the endpoint.
	 * @param elections the elections that it shows; it joins no others
	 * @param client the connection, if there is one
	 * @param publisher is told what operators do
	 */
	public LeaderEndpoint(LeaderElections elections, @Nullable ZkClient client, ApplicationEventPublisher publisher) {
		this(elections, client, null, publisher);
	}

	/**
	 * Create the endpoint.
	 * @param elections the elections that it shows; it joins no others
	 * @param client the connection to the default ensemble, if there is one
	 * @param cells the connections to cells, if there may be any; it opens none
	 * @param publisher is told what operators do
	 */
	public LeaderEndpoint(LeaderElections elections, @Nullable ZkClient client, @Nullable CellClients cells,
			ApplicationEventPublisher publisher) {
		this.elections = elections;
		this.client = client;
		this.cells = cells;
		this.publisher = publisher;
	}

	/**
	 * Show the session and all elections.
	 * @return what this instance knows
	 */
	@ReadOperation
	public LeaderDescriptor elections() {
		Map<String, ElectionDescriptor> elections = new LinkedHashMap<>();
		this.elections.all()
			.forEach((election) -> elections.put(election.name(),
					ElectionDescriptor.withoutHistory(election, cellOf(election))));
		Map<String, SessionDescriptor> cells = cells();
		return new LeaderDescriptor(SessionDescriptor.of(this.client), cells.isEmpty() ? null : cells, elections);
	}

	private Map<String, SessionDescriptor> cells() {
		Map<String, SessionDescriptor> open = new LinkedHashMap<>();
		if (this.cells != null) {
			this.cells.views()
				.forEach((view) -> view.session()
					.ifPresent((session) -> open.put(view.cell(), SessionDescriptor.of(session))));
		}
		return open;
	}

	/**
	 * Show one election with its history.
	 * @param election the name of the election
	 * @return what this instance knows, {@code null} if it does not take part
	 */
	@ReadOperation
	public @Nullable ElectionDescriptor election(@Selector String election) {
		return this.elections.find(election).map(this::describe).orElse(null);
	}

	/**
	 * Make this instance resign, pause or resume. Waits for a second at most; what takes
	 * longer goes on.
	 * @param context says who asks
	 * @param election the name of the election
	 * @param action {@code resign}, {@code pause} or {@code resume}
	 * @return the election after that, {@code null} if this instance does not take part
	 */
	@WriteOperation
	public @Nullable ElectionDescriptor act(SecurityContext context, @Selector String election,
			@Nullable String action) {
		LeaderAction wanted = LeaderAction.of(action);
		LeaderElection found = this.elections.find(election).orElse(null);
		if (found == null) {
			return null;
		}
		audit(wanted, found, context.getPrincipal());
		wanted.perform(found);
		return describe(found);
	}

	private ElectionDescriptor describe(LeaderElection election) {
		return ElectionDescriptor.withHistory(election, cellOf(election));
	}

	private @Nullable String cellOf(LeaderElection election) {
		return this.elections.cell(election.name()).orElse(null);
	}

	Set<String> names() {
		return this.elections.names();
	}

	private void audit(LeaderAction action, LeaderElection election, @Nullable Principal principal) {
		String who = (principal != null) ? principal.getName() : "anonymous";
		logger.info("Election '{}': {} asked for by '{}'", election.name(), action.id(), who);
		Map<String, @Nullable Object> data = new LinkedHashMap<>();
		data.put("election", election.name());
		this.elections.cell(election.name()).ifPresent((cell) -> data.put("cell", cell));
		data.put("participant", election.participant().id());
		data.put("leading", election.isLeader());
		this.publisher.publishEvent(new AuditApplicationEvent(who, action.auditType(), data));
	}

}
