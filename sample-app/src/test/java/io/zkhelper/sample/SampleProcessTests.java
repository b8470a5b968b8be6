package io.zkhelper.sample;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of several copies of the application, in processes of their own, that resign, are
 * stopped and are killed.
 */
class SampleProcessTests {

	// Machines that run tests are busy, the promise is one second
	private static final Duration ONE_SECOND_OR_SO = Duration.ofSeconds(5);

	// T + tau + W + 2 s with the defaults
	private static final Duration CRASH = Duration.ofMillis(12_000 + 2_000 + 3_800 + 2_000);

	private static final Duration SERVER_MOVES = Duration.ofSeconds(5);

	private static final Duration START = Duration.ofSeconds(60);

	@TempDir
	private Path directory;

	private Fleet fleet;

	private SampleProcess host;

	@BeforeEach
	void startThreeCopies() throws IOException {
		this.fleet = new Fleet(this.directory);
		this.host = this.fleet.start();
		this.fleet.awaitLeader(START);
		this.fleet.start();
		this.fleet.start();
	}

	@AfterEach
	void stop() {
		this.fleet.close();
	}

	@Test
	@DisplayName("TB-02 TR-01: all copies tell over HTTP who leads, and another one when it resigns, ends or is killed")
	void leadershipMovesAndNoTwoTermsOverlap() throws IOException {
		SampleProcess first = this.fleet.awaitLeader(START);
		this.fleet.awaitSkipped(first);
		SampleProcess second = move("resigned", first, ONE_SECOND_OR_SO, SampleProcess::resign);
		SampleProcess third = move("stopped", second, ONE_SECOND_OR_SO, this.fleet::terminate);
		move("killed", third, CRASH, this.fleet::kill);
		this.fleet.start();
		this.fleet.awaitLeader(START);
		move("killed with the server", this.host, CRASH.plus(SERVER_MOVES), this.fleet::kill);
		Ledger ledger = new Ledger(this.fleet.database());
		assertThat(ledger.terms()).hasSizeGreaterThanOrEqualTo(5);
		ledger.checkTokensOnlyGrow();
		ledger.checkTermsDoNotOverlap();
	}

	private SampleProcess move(String how, SampleProcess leader, Duration within, Consumer<SampleProcess> deed) {
		this.fleet.awaitReportOf(leader);
		Duration took = this.fleet.timeToMove(leader, within, deed);
		System.out.printf("The leader was %s: another one led %d ms later%n", how, took.toMillis());
		SampleProcess successor = this.fleet.awaitLeader(ONE_SECOND_OR_SO);
		this.fleet.awaitReportOf(successor);
		return successor;
	}

}
