package io.zkhelper.boot.guard;

import java.util.Optional;

import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;

import org.springframework.aop.ProxyMethodInvocation;
import org.springframework.aop.support.AopUtils;

/**
 * Runs guarded methods when their guard lets the call through.
 */
class GuardInterceptor implements MethodInterceptor {

	private final GuardedMethods<?> methods;

	GuardInterceptor(GuardedMethods<?> methods) {
		this.methods = methods;
	}

	@Override
	public @Nullable Object invoke(MethodInvocation invocation) throws Throwable {
		Optional<GuardedMethod> method = this.methods.find(invocation.getMethod(), targetClass(invocation));
		if (method.isEmpty()) {
			return invocation.proceed();
		}
		return method.get().style().run(new GuardedCall(method.get(), (ProxyMethodInvocation) invocation));
	}

	private static Class<?> targetClass(MethodInvocation invocation) {
		Object target = invocation.getThis();
		return (target != null) ? AopUtils.getTargetClass(target) : invocation.getMethod().getDeclaringClass();
	}

	@Override
	public String toString() {
		return "@" + this.methods.kind().annotation().getSimpleName();
	}

}
