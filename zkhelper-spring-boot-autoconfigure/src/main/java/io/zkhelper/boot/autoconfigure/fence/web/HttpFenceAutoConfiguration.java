package io.zkhelper.boot.autoconfigure.fence.web;

import io.zkhelper.boot.autoconfigure.InvalidPropertyException;
import io.zkhelper.boot.fence.web.FencingTokenFilter;
import io.zkhelper.boot.fence.web.FencingTokenInterceptor;
import io.zkhelper.boot.guard.GuardedToken;
import io.zkhelper.fence.Fence;
import io.zkhelper.fence.MemoryFence;
import jakarta.servlet.Filter;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingFilterBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Adds what sends fencing tokens with requests, and where paths are fenced, what checks
 * them.
 *
 * @since 1.0.0
 */
@AutoConfiguration(afterName = "io.zkhelper.boot.autoconfigure.fence.jdbc.JdbcFenceAutoConfiguration")
@ConditionalOnClass(ClientHttpRequestInterceptor.class)
public final class HttpFenceAutoConfiguration {

	// After Spring Security, which comes at -100: nobody unknown may raise a fence
	static final int ORDER = Ordered.LOWEST_PRECEDENCE - 100;

	@Bean
	@ConditionalOnMissingBean
	FencingTokenInterceptor zkHelperFencingTokenInterceptor() {
		return new FencingTokenInterceptor(GuardedToken::current);
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ Filter.class, OncePerRequestFilter.class })
	@ConditionalOnWebApplication(type = Type.SERVLET)
	@Conditional(OnFencedPaths.class)
	@EnableConfigurationProperties(HttpFenceProperties.class)
	static class FilterConfiguration {

		@Bean(defaultCandidate = false)
		@ConditionalOnProperty(name = "zkhelper.fence.http.storage", havingValue = "memory", matchIfMissing = true)
		@ConditionalOnMissingBean(name = "zkHelperRequestFence")
		Fence zkHelperRequestFence() {
			return new MemoryFence();
		}

		@Bean
		@ConditionalOnMissingFilterBean
		FilterRegistrationBean<FencingTokenFilter> zkHelperFencingTokenFilter(HttpFenceProperties properties,
				@Qualifier("zkHelperRequestFence") ObjectProvider<Fence> fence) {
			FilterRegistrationBean<FencingTokenFilter> registration = new FilterRegistrationBean<>(
					new FencingTokenFilter(fence.getIfAvailable(() -> missing(properties)), properties.fencedPaths()));
			registration.setOrder(ORDER);
			return registration;
		}

		private static Fence missing(HttpFenceProperties properties) {
			throw new InvalidPropertyException("zkhelper.fence.http.storage", properties.storage(),
					"there is no default DataSource with a transaction manager",
					"Add spring-boot-starter-jdbc and configure a DataSource, or set 'zkhelper.fence.http.storage=memory'.");
		}

	}

}
