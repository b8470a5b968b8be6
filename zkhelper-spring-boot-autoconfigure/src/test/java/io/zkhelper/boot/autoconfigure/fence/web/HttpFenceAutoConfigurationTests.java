package io.zkhelper.boot.autoconfigure.fence.web;

import java.util.Optional;

import io.zkhelper.boot.autoconfigure.InvalidPropertyException;
import io.zkhelper.boot.autoconfigure.fence.jdbc.JdbcFenceAutoConfiguration;
import io.zkhelper.boot.fence.web.FencingTokenFilter;
import io.zkhelper.boot.fence.web.FencingTokenInterceptor;
import io.zkhelper.claim.FencingToken;
import io.zkhelper.fence.Fence;
import io.zkhelper.fence.MemoryFence;
import io.zkhelper.fence.StaleLeaderException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.http.client.ClientHttpRequestInterceptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link HttpFenceAutoConfiguration}.
 */
class HttpFenceAutoConfigurationTests {

	private static final String REQUEST_FENCE = "zkHelperRequestFence";

	private final WebApplicationContextRunner contextRunner = new WebApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(HttpFenceAutoConfiguration.class));

	private final WebApplicationContextRunner withDatabase = this.contextRunner
		.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class,
				DataSourceTransactionManagerAutoConfiguration.class, JdbcFenceAutoConfiguration.class))
		.withPropertyValues("zkhelper.fence.http.paths=/reports/**", "zkhelper.fence.http.storage=jdbc",
				"zkhelper.fence.jdbc.initialize-schema=always");

	@Test
	void checksNothingUnlessAPathIsNamed() {
		this.contextRunner.run((context) -> assertThat(context).hasSingleBean(FencingTokenInterceptor.class)
			.doesNotHaveBean(FilterRegistrationBean.class)
			.doesNotHaveBean(Fence.class));
	}

	@ParameterizedTest
	@CsvSource({ "zkhelper.fence.http.paths=/a", "'zkhelper.fence.http.paths[0]=/a'",
			"'zkhelper.fence.http.required-paths=/a,/b/**'" })
	void checksPathsThatAreNamed(String property) {
		this.contextRunner.withPropertyValues(property)
			.run((context) -> assertThat(context.getBean(FilterRegistrationBean.class)).satisfies((registration) -> {
				assertThat(registration.getFilter()).isInstanceOf(FencingTokenFilter.class);
				assertThat(registration.getOrder()).as("after Spring Security").isGreaterThan(-100);
			}));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					zkhelper.fence.http.paths=reports          | Property 'zkhelper.fence.http.paths' is 'reports': 'reports' does not begin with '/'
					zkhelper.fence.http.required-paths=/a/{b   | Property 'zkhelper.fence.http.required-paths' is '/a/{b'
					""")
	void namesThePropertyThatIsWrong(String property, String message) {
		this.contextRunner.withPropertyValues(property)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.satisfiesAnyOf((ex) -> assertThat(ex).isInstanceOf(InvalidPropertyException.class)
					.hasMessageContaining(message)));
	}

	@Test
	void remembersInTheDatabaseIfAskedTo() {
		this.withDatabase.run((context) -> {
			Fence fence = context.getBean(REQUEST_FENCE, Fence.class);
			fence.pass("reports", new FencingToken(2, 0));
			assertThatExceptionOfType(StaleLeaderException.class)
				.isThrownBy(() -> fence.pass("reports", new FencingToken(1, 0)));
			assertThat(context.getBean(Fence.class)).as("the one to inject").isNotSameAs(fence);
		});
	}

	@Test
	void saysWhatIsMissingToRememberInTheDatabase() {
		this.contextRunner
			.withPropertyValues("zkhelper.fence.http.paths=/reports/**", "zkhelper.fence.http.storage=jdbc")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(InvalidPropertyException.class)
				.hasMessageContaining("Property 'zkhelper.fence.http.storage' is 'jdbc'"));
	}

	@Test
	void backsOffForTheUsersBeans() {
		FencingTokenInterceptor interceptor = new FencingTokenInterceptor(Optional::empty);
		Fence fence = new MemoryFence();
		this.withDatabase.withBean(FencingTokenInterceptor.class, () -> interceptor)
			.withBean(REQUEST_FENCE, Fence.class, () -> fence)
			.run((context) -> {
				assertThat(context.getBean(FencingTokenInterceptor.class)).isSameAs(interceptor);
				assertThat(context.getBean(REQUEST_FENCE)).isSameAs(fence);
			});
	}

	@Test
	void sendsTokensFromWhatIsNoWebApplication() {
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(HttpFenceAutoConfiguration.class))
			.withClassLoader(new FilteredClassLoader("jakarta.servlet"))
			.withPropertyValues("zkhelper.fence.http.paths=/a")
			.run((context) -> assertThat(context).hasSingleBean(FencingTokenInterceptor.class)
				.doesNotHaveBean(FilterRegistrationBean.class));
	}

	@Test
	void needsSpringWeb() {
		this.contextRunner.withClassLoader(new FilteredClassLoader(ClientHttpRequestInterceptor.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(FencingTokenInterceptor.class));
	}

}
