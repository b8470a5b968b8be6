package io.zkhelper.boot.guard;

import java.util.Arrays;
import java.util.List;

import org.springframework.aop.Advisor;
import org.springframework.aop.framework.Advised;

/**
 * The advice of a proxy.
 */
public final class Advice {

	private Advice() {
	}

	/** From the outside in: annotations of guards, and the classes of others. */
	public static List<String> namesOf(Object proxy) {
		return Arrays.stream(((Advised) proxy).getAdvisors()).map(Advisor::getAdvice).map(Advice::name).toList();
	}

	private static String name(Object advice) {
		return (advice instanceof GuardInterceptor) ? advice.toString() : advice.getClass().getSimpleName();
	}

}
