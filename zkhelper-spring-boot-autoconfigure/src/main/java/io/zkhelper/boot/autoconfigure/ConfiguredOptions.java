package io.zkhelper.boot.autoconfigure;

import java.util.List;
import java.util.concurrent.Executor;

import io.zkhelper.session.Security;
import io.zkhelper.session.Timing;
import io.zkhelper.session.ZkClientOptions;
import org.apache.zookeeper.ZooDefs.Ids;

import org.springframework.boot.thread.Threading;
import org.springframework.core.env.Environment;
import org.springframework.core.task.SimpleAsyncTaskExecutor;

/**
 * Turns properties into the client's options.
 */
class ConfiguredOptions {

	private final ZkHelperProperties properties;

	private final Environment environment;

	ConfiguredOptions(ZkHelperProperties properties, Environment environment) {
		this.properties = properties;
		this.environment = environment;
	}

	ZkClientOptions connectingTo(String connectString) {
		ZkClientOptions options = ZkClientOptions.of(connectString)
			.withRoot(this.properties.root())
			.withTiming(timing())
			.withSecurity(security(this.properties.security()));
		return Threading.VIRTUAL.isActive(this.environment) ? options.withListenerExecutor(virtualThreads()) : options;
	}

	private Timing timing() {
		return Timing.DEFAULT.withSessionTimeout(this.properties.sessionTimeout())
			.withTickTime(this.properties.tickTime());
	}

	private static Security security(ZkHelperProperties.Security security) {
		if (security.scheme() == null || security.credentials() == null) {
			return new Security(List.of(), Ids.OPEN_ACL_UNSAFE, security.clientProperties());
		}
		Security.Credential credential = new Security.Credential(security.scheme(), security.credentials());
		return new Security(List.of(credential), Ids.CREATOR_ALL_ACL, security.clientProperties());
	}

	// Not a bean: another Executor would make Boot's own back off
	private static Executor virtualThreads() {
		SimpleAsyncTaskExecutor executor = new SimpleAsyncTaskExecutor("zkhelper-");
		executor.setVirtualThreads(true);
		return executor;
	}

}
