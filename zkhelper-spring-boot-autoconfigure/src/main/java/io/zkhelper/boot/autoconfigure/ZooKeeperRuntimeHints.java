package io.zkhelper.boot.autoconfigure;

import org.jspecify.annotations.Nullable;

import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;

/**
 * The classes that the ZooKeeper client makes by name.
 */
class ZooKeeperRuntimeHints implements RuntimeHintsRegistrar {

	@Override
	public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
		hints.reflection()
			.registerTypeIfPresent(classLoader, "org.apache.zookeeper.ClientCnxnSocketNIO",
					MemberCategory.INVOKE_DECLARED_CONSTRUCTORS)
			.registerTypeIfPresent(classLoader, "org.apache.zookeeper.ClientCnxnSocketNetty",
					MemberCategory.INVOKE_DECLARED_CONSTRUCTORS);
	}

}
