package io.zkhelper.session;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Connect strings, and secrets.
 */
class ZkClientOptionsTests {

	@Test
	void portsAndChrootAreCompleted() {
		ZkClientOptions options = ZkClientOptions.of("zk-1, zk-2:2182,[::1]:2183/team/orders");
		assertThat(options.connectString()).isEqualTo("zk-1:2181,zk-2:2182,[::1]:2183/team/orders");
		assertThat(options.servers()).isEqualTo("zk-1:2181,zk-2:2182,[::1]:2183");
		assertThat(options.base()).isEqualTo("/team/orders/zkhelper");
		assertThat(ZkClientOptions.of("zk-1/").chroot()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "host:", "host:0", "host:70000", "host:21x", "a,,b", "zk://host:2181", "a b:2181",
			"host:2181/a/" })
	void wrongConnectStringsAreRefusedWithTheirText(String connectString) {
		assertThatIllegalArgumentException().isThrownBy(() -> ZkClientOptions.of(connectString))
			.withMessageContaining("onnect string");
	}

	@Test
	void aSchemeIsRefusedAsSuch() {
		assertThatIllegalArgumentException().isThrownBy(() -> ZkClientOptions.of("http://host:2181"))
			.withMessageContaining("'http://host:2181' is not valid: it has no scheme, so nothing like 'http://'");
	}

	@Test
	void secretsAreNotShown() {
		Security security = Security.of("digest", "user:geheim");
		assertThat(security.toString()).doesNotContain("geheim");
		assertThatIllegalArgumentException().isThrownBy(() -> Security.of("digest", ""))
			.withMessageContaining("secret");
	}

	@Test
	void sessionIdsAreNotShown() {
		assertThat(NodeStats.of(1, 2, 3, 0x1000abcdL)).hasToString("NodeStat[czxid=1, mzxid=2, version=3]");
	}

}
