package io.zkhelper.test.contract;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;

/**
 * The contract of the port on the real server, through ZooKeeper's own client.
 */
class RealServerContractTests {

	private static final Stage stage = new RealStage();

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
