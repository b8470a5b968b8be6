package io.zkhelper.boot.lock;

import java.util.ArrayList;
import java.util.List;

import io.zkhelper.boot.autoconfigure.ZkHelperAutoConfiguration;
import io.zkhelper.boot.election.LeaderElectionAutoConfiguration;
import io.zkhelper.lock.DistributedLocks;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ContextConsumer;

/**
 * Runs a context whose locks a test decides.
 */
final class LockRunner {

	final StubLocks stub;

	private final ApplicationContextRunner runner;

	private LockRunner(ApplicationContextRunner runner, StubLocks stub) {
		this.runner = runner;
		this.stub = stub;
	}

	static LockRunner with(Class<?>... beans) {
		ApplicationContextRunner runner = new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(ZkHelperAutoConfiguration.class,
					LeaderElectionAutoConfiguration.class, DistributedLockAutoConfiguration.class))
			.withPropertyValues("zkhelper.mode=single");
		for (Class<?> bean : beans) {
			runner = runner.withUserConfiguration(bean);
		}
		return new LockRunner(runner, new StubLocks());
	}

	LockRunner withProperties(String... properties) {
		return new LockRunner(this.runner.withPropertyValues(properties), this.stub);
	}

	void run(ContextConsumer<AssertableApplicationContext> consumer) {
		this.runner.withBean(DistributedLocks.class, this.stub::locks).run(consumer);
	}

	Throwable failure() {
		List<Throwable> failures = new ArrayList<>();
		run((context) -> failures.add(context.getStartupFailure()));
		return failures.get(0);
	}

}
