package io.zkhelper.boot.guard;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;

import org.jspecify.annotations.Nullable;

import org.springframework.aop.ProxyMethodInvocation;
import org.springframework.aop.support.AopUtils;

/**
 * A call of a guarded method, on its way to be run or skipped.
 */
class GuardedCall {

	private final GuardedMethod method;

	private final ProxyMethodInvocation invocation;

	private final Attempt attempt;

	GuardedCall(GuardedMethod method, ProxyMethodInvocation invocation) {
		this.method = method;
		this.invocation = invocation;
		this.attempt = method.gate().attempt(invocation.getArguments());
	}

	/**
	 * Begin to run, if the guard lets the call through.
	 * @param cancel asks the call to stop
	 * @return the running call, empty if it has to be skipped
	 * @throws InterruptedException if the thread is interrupted, and callers expect that
	 */
	Optional<RunningCall> begin(Runnable cancel) throws InterruptedException {
		try {
			return this.attempt.enter(cancel).map((pass) -> new RunningCall(this, pass));
		}
		catch (InterruptedException ex) {
			if (this.method.declares(InterruptedException.class)) {
				throw ex;
			}
			Thread.currentThread().interrupt();
			throw (CancellationException) new CancellationException(
					"Interrupted before '%s' was let through".formatted(this.method.method()))
				.initCause(ex);
		}
	}

	/**
	 * Begin without holding up the thread.
	 * @param cancel asks the call to stop
	 * @return what it runs with, empty if it has to be skipped; to cancel it gives up
	 */
	CompletableFuture<Optional<Pass>> beginLater(Runnable cancel) {
		return this.attempt.enterLater(cancel);
	}

	/**
	 * Skip the call.
	 * @param emptyValue what the caller gets if there is no fallback method
	 * @return what the caller gets
	 * @throws Throwable what the fallback method throws
	 */
	@Nullable Object skip(@Nullable Object emptyValue) throws Throwable {
		if (this.method.fallback() == null) {
			return emptyValue;
		}
		return AopUtils.invokeJoinpointUsingReflection(this.invocation.getThis(), this.method.fallback(),
				this.method.withoutFilled(this.invocation.getArguments()));
	}

	/**
	 * Run the method, or advice that comes after this one.
	 * @param pass what the call runs with
	 * @return what it returns
	 * @throws Throwable what it throws
	 */
	@Nullable Object proceed(Pass pass) throws Throwable {
		// A copy, since a reactive call may be subscribed to more than once, and later
		ProxyMethodInvocation copy = (ProxyMethodInvocation) this.invocation
			.invocableClone(this.method.filled(this.invocation.getArguments(), pass.value()));
		return GuardedToken.during(pass, copy::proceed);
	}

	@Override
	public String toString() {
		return this.method.method().toString();
	}

}
