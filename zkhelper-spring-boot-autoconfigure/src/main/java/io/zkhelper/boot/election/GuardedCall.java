package io.zkhelper.boot.election;

import java.time.Duration;
import java.util.Optional;

import io.zkhelper.election.LeaderElection;
import io.zkhelper.election.NotLeaderException;
import org.jspecify.annotations.Nullable;

import org.springframework.aop.ProxyMethodInvocation;
import org.springframework.aop.support.AopUtils;

/**
 * A call of a guarded method, on its way to be run or skipped.
 */
class GuardedCall {

	private final GuardedMethod method;

	private final ProxyMethodInvocation invocation;

	private final CallContext context;

	private final LeaderElection election;

	GuardedCall(GuardedMethod method, ProxyMethodInvocation invocation, CallContext context) {
		this.method = method;
		this.invocation = invocation;
		this.context = context;
		this.election = context.election(method.election());
	}

	String electionName() {
		return this.election.name();
	}

	/**
	 * Begin to run, if this instance leads.
	 * @param cancel asks the call to stop
	 * @return the running call, empty if it has to be skipped
	 */
	Optional<RunningCall> begin(Runnable cancel) {
		return this.election.startWork(cancel).map((work) -> new RunningCall(this, work));
	}

	/**
	 * Skip the call.
	 * @param emptyValue what the caller gets if it asked for nothing else
	 * @return what the caller gets
	 * @throws NotLeaderException if the caller asked for it
	 * @throws Throwable what the fallback method throws
	 */
	@Nullable Object skip(@Nullable Object emptyValue) throws Throwable {
		report(ExecutionOutcome.skipped(this.election.view()), Duration.ZERO);
		if (this.method.fallback() != null) {
			return AopUtils.invokeJoinpointUsingReflection(this.invocation.getThis(), this.method.fallback(),
					this.method.withoutLeadership(this.invocation.getArguments()));
		}
		if (this.method.onSkip() == OnSkip.THROW) {
			throw new NotLeaderException(this.election.name(), this.election.leader());
		}
		return emptyValue;
	}

	/**
	 * Run the method, or advice that comes after this one.
	 * @param running the call
	 * @return what it returns
	 * @throws Throwable what it throws
	 */
	@Nullable Object proceed(RunningCall running) throws Throwable {
		// A copy, since a reactive call may be subscribed to more than once, and later
		ProxyMethodInvocation copy = (ProxyMethodInvocation) this.invocation
			.invocableClone(this.method.withLeadership(this.invocation.getArguments(), running.leadership()));
		ThreadLeadership thread = this.context.leadership();
		var previous = thread.set(running.leadership());
		try {
			return copy.proceed();
		}
		finally {
			thread.set(previous);
		}
	}

	void report(ExecutionOutcome outcome, Duration elapsed) {
		this.context.report(new Execution(this.election.name(), this.method.method(), outcome, elapsed));
	}

}
