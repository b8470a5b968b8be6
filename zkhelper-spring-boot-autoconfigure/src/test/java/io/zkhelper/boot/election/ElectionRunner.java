package io.zkhelper.boot.election;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ContextConsumer;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;

/**
 * Runs a context whose default election a test decides.
 */
final class ElectionRunner {

	final List<Execution> executions = new CopyOnWriteArrayList<>();

	private final ApplicationContextRunner runner;

	private ElectionRunner(ApplicationContextRunner runner) {
		this.runner = runner;
	}

	static ElectionRunner with(Class<?>... beans) {
		ApplicationContextRunner runner = new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(LeaderElectionAutoConfiguration.class))
			.withBean(LeaderElectionFactory.class, () -> GrantableElection::new);
		for (Class<?> bean : beans) {
			runner = runner.withUserConfiguration(bean);
		}
		return new ElectionRunner(runner);
	}

	ElectionRunner withProperties(String... properties) {
		return new ElectionRunner(this.runner.withPropertyValues(properties));
	}

	ElectionRunner reportingTo(ExecutionListener listener) {
		return new ElectionRunner(this.runner.withBean("anotherListener", ExecutionListener.class, () -> listener));
	}

	void run(ContextConsumer<AssertableApplicationContext> consumer) {
		this.runner.withBean(ExecutionListener.class, () -> this.executions::add).run(consumer);
	}

	void runAsLeader(ContextConsumer<AssertableApplicationContext> consumer) {
		run((context) -> {
			election(context).grant();
			consumer.accept(context);
		});
	}

	List<ExecutionOutcome> outcomes() {
		return this.executions.stream().map(Execution::outcome).toList();
	}

	static GrantableElection election(AssertableApplicationContext context) {
		return (GrantableElection) context.getBean(LeaderElections.class).join("default");
	}

	static Throwable failureOf(Class<?>... beans) {
		List<Throwable> failures = new ArrayList<>();
		with(beans).run((context) -> failures.add(context.getStartupFailure()));
		return failures.get(0);
	}

}
