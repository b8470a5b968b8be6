package io.zkhelper.test.contract;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;

/**
 * The contract of the port on a simulated ensemble, on virtual time.
 */
class InMemoryEnsembleContractTests {

	private static final Stage stage = SimulatedStage.ofThreeServers();

	@AfterAll
	static void close() {
		stage.close();
	}

	@Nested
	class Requests extends RequestContract {

		Requests() {
			super(stage);
		}

	}

	@Nested
	class Watches extends WatchContract {

		Watches() {
			super(stage);
		}

	}

	@Nested
	class Sessions extends SessionContract {

		Sessions() {
			super(stage);
		}

	}

	@Nested
	class OlderFakes extends OlderFakesContract {

		OlderFakes() {
			super(stage);
		}

	}

}
