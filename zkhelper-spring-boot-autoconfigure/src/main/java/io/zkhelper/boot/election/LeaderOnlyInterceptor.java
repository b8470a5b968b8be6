package io.zkhelper.boot.election;

import java.util.Optional;

import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;

import org.springframework.aop.ProxyMethodInvocation;
import org.springframework.aop.support.AopUtils;

/**
 * Runs guarded methods on the leader only.
 */
class LeaderOnlyInterceptor implements MethodInterceptor {

	private final GuardedMethods methods;

	private final CallContext context;

	LeaderOnlyInterceptor(GuardedMethods methods, CallContext context) {
		this.methods = methods;
		this.context = context;
	}

	@Override
	public @Nullable Object invoke(MethodInvocation invocation) throws Throwable {
		Optional<GuardedMethod> method = this.methods.find(invocation.getMethod(), targetClass(invocation));
		if (method.isEmpty()) {
			return invocation.proceed();
		}
		GuardedCall call = new GuardedCall(method.get(), (ProxyMethodInvocation) invocation, this.context);
		return method.get().style().run(call);
	}

	private static Class<?> targetClass(MethodInvocation invocation) {
		Object target = invocation.getThis();
		return (target != null) ? AopUtils.getTargetClass(target) : invocation.getMethod().getDeclaringClass();
	}

}
