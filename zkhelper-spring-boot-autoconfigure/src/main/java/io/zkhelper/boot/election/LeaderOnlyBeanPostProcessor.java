package io.zkhelper.boot.election;

import java.lang.reflect.Modifier;

import org.springframework.aop.framework.AopConfigException;
import org.springframework.aop.framework.AopInfrastructureBean;
import org.springframework.aop.framework.autoproxy.AbstractBeanFactoryAwareAdvisingPostProcessor;
import org.springframework.aop.support.AopUtils;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.EmbeddedValueResolverAware;
import org.springframework.core.Ordered;
import org.springframework.util.StringValueResolver;

/**
 * Guards methods of beans by proxies, and refuses those that no proxy can guard.
 */
class LeaderOnlyBeanPostProcessor extends AbstractBeanFactoryAwareAdvisingPostProcessor
		implements EmbeddedValueResolverAware {

	private static final long serialVersionUID = 1L;

	private final transient ObjectProvider<ElectionReferences> references;

	private final transient LeaderOnlyPointcut pointcut;

	private transient StringValueResolver placeholders = (text) -> text;

	LeaderOnlyBeanPostProcessor(CallContext context, ObjectProvider<ElectionReferences> references) {
		GuardedMethods methods = new GuardedMethods((text) -> resolve(text));
		this.references = references;
		this.pointcut = new LeaderOnlyPointcut(methods);
		this.advisor = new DefaultPointcutAdvisor(this.pointcut, new LeaderOnlyInterceptor(methods, context));
		// Inside of @Async and of retries, outside of transactions: who leads is asked
		// for
		// each attempt, where it runs, and the transaction ends before the guard does
		setOrder(Ordered.LOWEST_PRECEDENCE - 2);
		setBeforeExistingAdvisors(true);
	}

	@Override
	public void setEmbeddedValueResolver(StringValueResolver resolver) {
		this.placeholders = resolver;
	}

	private String resolve(String text) {
		String resolved = this.placeholders.resolveStringValue(text);
		return (resolved != null) ? resolved : text;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		GuardedClass type = this.pointcut.guardedClass(AopUtils.getTargetClass(bean));
		requireGuardsInClass(bean, type);
		if (bean instanceof AopInfrastructureBean || !type.isGuarded()) {
			return bean;
		}
		Object proxy = proxy(bean, beanName, type);
		if (AopUtils.isJdkDynamicProxy(proxy)) {
			type.requireOnInterfaces();
		}
		else {
			type.requireOverridable();
		}
		type.methods().forEach((method) -> this.references.getObject().add(method.election()));
		return proxy;
	}

	// Repositories that are interfaces, for example: their proxies are about another
	// class
	private void requireGuardsInClass(Object bean, GuardedClass type) {
		if (AopUtils.isJdkDynamicProxy(bean)) {
			for (Class<?> proxied : bean.getClass().getInterfaces()) {
				GuardedClass guarded = this.pointcut.guardedClass(proxied);
				if (guarded.isGuarded() && !proxied.isAssignableFrom(type.type())) {
					throw new InvalidGuardException(guarded.methods().get(0).method(),
							"its bean '%s' does not implement it".formatted(type.type().getName()),
							"Annotate a method of another bean that calls it.");
				}
			}
		}
	}

	private Object proxy(Object bean, String beanName, GuardedClass type) {
		try {
			return super.postProcessAfterInitialization(bean, beanName);
		}
		catch (AopConfigException ex) {
			if (Modifier.isFinal(type.type().getModifiers())) {
				throw new InvalidGuardException(type.type(), "a proxy can't extend a final class or a record",
						"Remove 'final' from the class, or let it implement an interface and set spring.aop.proxy-target-class=false.");
			}
			throw ex;
		}
	}

}
