package io.zkhelper.boot.guard;

import java.lang.annotation.Annotation;
import java.lang.reflect.Modifier;
import java.util.Objects;
import java.util.function.UnaryOperator;

import org.springframework.aop.framework.AopConfigException;
import org.springframework.aop.framework.AopInfrastructureBean;
import org.springframework.aop.framework.autoproxy.AbstractBeanFactoryAwareAdvisingPostProcessor;
import org.springframework.aop.support.AopUtils;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/**
 * Guards methods of beans by proxies, and refuses those that no proxy can guard.
 *
 * @param <A> the annotation
 * @since 1.0.0
 */
public final class GuardBeanPostProcessor<A extends Annotation> extends AbstractBeanFactoryAwareAdvisingPostProcessor
		implements EnvironmentAware {

	/**
	 * Inside of {@code @Async} and of retries, outside of transactions: guards are asked
	 * for each attempt, where it runs, and the transaction ends before they let go.
	 */
	public static final int ORDER = Ordered.LOWEST_PRECEDENCE - 2;

	private static final long serialVersionUID = 1L;

	private final transient GuardedMethods<A> methods;

	private final transient GuardPointcut pointcut;

	private transient UnaryOperator<String> placeholders = UnaryOperator.identity();

	/**
	 * Create the post-processor.
	 * @param kind what guards
	 * @param order the place among others, {@link #ORDER} or a little before; what comes
	 * earlier guards further inside
	 */
	public GuardBeanPostProcessor(GuardKind<A> kind, int order) {
		this.methods = new GuardedMethods<>(kind, (text) -> this.placeholders.apply(text));
		this.pointcut = new GuardPointcut(this.methods);
		this.advisor = new DefaultPointcutAdvisor(this.pointcut, new GuardInterceptor(this.methods));
		setOrder(order);
		setBeforeExistingAdvisors(true);
	}

	@Override
	public void setEnvironment(Environment environment) {
		setProxyTargetClass(environment.getProperty("spring.aop.proxy-target-class", Boolean.class, true));
	}

	// Not an embedded value resolver: that one evaluates expressions as well, with all
	// beans
	@Override
	public void setBeanFactory(BeanFactory beanFactory) {
		super.setBeanFactory(beanFactory);
		if (beanFactory instanceof ConfigurableBeanFactory configurable) {
			this.placeholders = (text) -> Objects.requireNonNullElse(configurable.resolveEmbeddedValue(text), text);
		}
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
			type.requireOnInterfaces(this.methods);
		}
		else {
			type.requireOverridable(this.methods);
		}
		type.methods().forEach((method) -> method.gate().used());
		return proxy;
	}

	// Repositories that are interfaces, for example: their proxies are about another
	// class
	private void requireGuardsInClass(Object bean, GuardedClass type) {
		if (AopUtils.isJdkDynamicProxy(bean)) {
			for (Class<?> proxied : bean.getClass().getInterfaces()) {
				GuardedClass guarded = this.pointcut.guardedClass(proxied);
				if (guarded.isGuarded() && !proxied.isAssignableFrom(type.type())) {
					throw this.methods.refusal(guarded.methods().get(0).method(),
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
				throw this.methods.refusal(type.type(), "a proxy can't extend a final class or a record",
						"Remove 'final' from the class, or let it implement an interface and set spring.aop.proxy-target-class=false.");
			}
			throw ex;
		}
	}

}
