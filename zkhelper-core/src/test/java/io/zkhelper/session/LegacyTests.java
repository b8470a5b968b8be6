package io.zkhelper.session;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Legacy}.
 */
class LegacyTests {

	private static final String PLACE = "/zkhelper/elections/reports/candidates/a";

	private final List<Consumer<Answer<String>>> deletes = new ArrayList<>();

	private final Session session = new Session(Timing.DEFAULT, new ManualLoop(), new SequenceCounters());

	private final Legacy legacy = new Legacy(this.session);

	LegacyTests() {
		this.session.begin(onlyDeleting());
		this.legacy.addAll(List.of(PLACE));
	}

	@SuppressWarnings("unchecked")
	private Znodes onlyDeleting() {
		InvocationHandler delete = (proxy, method, arguments) -> {
			this.deletes.add((Consumer<Answer<String>>) arguments[2]);
			return null;
		};
		return (Znodes) Proxy.newProxyInstance(Znodes.class.getClassLoader(), new Class<?>[] { Znodes.class }, delete);
	}

	@Test
	void whatNobodyHasTakenIsRemoved() {
		this.legacy.expire();
		assertThat(this.deletes).hasSize(1);
		this.deletes.get(0).accept(Answer.of(PLACE));
		assertThat(this.legacy.takeAll()).isEmpty();
	}

	@Test
	void whatMayStillBeThereIsPassedOn() {
		this.legacy.expire();
		assertThat(this.legacy.takeFrom("/zkhelper/elections/reports/candidates")).isEmpty();
		this.deletes.get(0).accept(Answer.refused(ZnodeError.CONNECTION_LOSS, PLACE));
		assertThat(this.legacy.takeAll()).containsExactly(PLACE);
	}

}
