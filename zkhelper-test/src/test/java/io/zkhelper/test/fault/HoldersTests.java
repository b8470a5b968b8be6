package io.zkhelper.test.fault;

import java.util.concurrent.atomic.AtomicBoolean;

import io.zkhelper.claim.FencingToken;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * What would be found if it were there.
 */
class HoldersTests {

	private final AtomicBoolean first = new AtomicBoolean(true);

	private final AtomicBoolean second = new AtomicBoolean(true);

	@Test
	void findsTwoAtATime() {
		Holders holders = new Holders("ledger", 1);
		holders.add(held("a", 1, 1, this.first));
		holders.add(held("b", 1, 2, this.second));
		assertViolated(holders, Verdict.OVERLAP);
	}

	private static Held held(String owner, int weight, long token, AtomicBoolean valid) {
		return new Held(owner, weight, new FencingToken(token, 0), valid::get);
	}

	private static void assertViolated(Holders holders, Verdict verdict) {
		assertThatExceptionOfType(CourseException.class).isThrownBy(holders::requireOrder)
			.satisfies((ex) -> assertThat(ex.verdict()).isEqualTo(verdict));
	}

	@Test
	void letsOneFollowTheOther() {
		Holders holders = new Holders("ledger", 1);
		holders.add(held("a", 1, 1, this.first));
		this.first.set(false);
		holders.add(held("b", 1, 2, this.second));
		this.second.set(false);
		assertThatNoException().isThrownBy(holders::requireOrder);
	}

	@Test
	void findsATokenThatDoesNotGrow() {
		Holders holders = new Holders("ledger", 1);
		holders.add(held("a", 1, 2, this.first));
		this.first.set(false);
		holders.add(held("b", 1, 2, this.second));
		assertViolated(holders, Verdict.TOKENS);
	}

	@Test
	void findsAWriterAmongReaders() {
		Holders holders = new Holders("catalogue", 100);
		holders.add(held("reader", 1, 1, this.first));
		holders.add(held("writer", 100, 2, this.second));
		assertViolated(holders, Verdict.OVERLAP);
	}

	@Test
	void letsReadersShareUntilTheyAreGone() {
		Holders holders = new Holders("catalogue", 100);
		holders.add(held("a", 1, 1, this.first));
		holders.add(held("b", 1, 2, this.second));
		this.first.set(false);
		this.second.set(false);
		assertThatNoException().isThrownBy(holders::requireOrder);
	}

	@Test
	void findsWhoHoldsAfterTheEnd() {
		Holders holders = new Holders("ledger", 1);
		holders.add(held("a", 1, 1, this.first));
		assertViolated(holders, Verdict.EVENTS);
	}

}
