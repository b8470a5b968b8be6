package io.zkhelper.boot.lock;

import java.lang.reflect.Method;

import io.zkhelper.boot.guard.GuardReflectiveProcessor;

import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.ReflectionHints;

/**
 * Keeps the getters of parameters in native images: names of locks may read them.
 */
class LockedReflectiveProcessor extends GuardReflectiveProcessor {

	@Override
	protected void registerMethodHint(ReflectionHints hints, Method method) {
		super.registerMethodHint(hints, method);
		for (Class<?> parameter : method.getParameterTypes()) {
			if (!parameter.isPrimitive() && !parameter.getName().startsWith("java.")) {
				hints.registerType(parameter, MemberCategory.INVOKE_PUBLIC_METHODS);
			}
		}
	}

}
