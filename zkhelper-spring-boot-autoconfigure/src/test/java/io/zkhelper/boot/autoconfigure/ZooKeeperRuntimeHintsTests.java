package io.zkhelper.boot.autoconfigure;

import org.junit.jupiter.api.Test;

import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.util.ClassUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ZooKeeperRuntimeHints}.
 */
class ZooKeeperRuntimeHintsTests {

	@Test
	void letsTheClientMakeItsSockets() throws Exception {
		RuntimeHints hints = new RuntimeHints();
		new ZooKeeperRuntimeHints().registerHints(hints, getClass().getClassLoader());
		for (String name : new String[] { "NIO", "Netty" }) {
			Class<?> socket = ClassUtils.forName("org.apache.zookeeper.ClientCnxnSocket" + name, null);
			assertThat(RuntimeHintsPredicates.reflection().onConstructorInvocation(socket.getDeclaredConstructors()[0]))
				.accepts(hints);
		}
	}

}
