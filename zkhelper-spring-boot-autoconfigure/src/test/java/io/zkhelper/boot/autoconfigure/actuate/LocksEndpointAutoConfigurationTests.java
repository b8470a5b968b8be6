package io.zkhelper.boot.autoconfigure.actuate;

import io.zkhelper.boot.actuate.LocksEndpoint;
import io.zkhelper.boot.actuate.LocksEndpointWebExtension;
import io.zkhelper.lock.DistributedLocks;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LocksEndpointAutoConfiguration}.
 */
class LocksEndpointAutoConfigurationTests {

	private final WebApplicationContextRunner contextRunner = new WebApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(LocksEndpointAutoConfiguration.class));

	private final WebApplicationContextRunner withLocks = this.contextRunner.withBean(DistributedLocks.class,
			DistributedLocks::off);

	@Test
	void isThereWhenExposed() {
		this.withLocks.withPropertyValues("management.endpoints.web.exposure.include=locks")
			.run((context) -> assertThat(context).hasSingleBean(LocksEndpoint.class)
				.hasSingleBean(LocksEndpointWebExtension.class));
	}

	@Test
	void isNotThereByDefault() {
		this.withLocks.run((context) -> assertThat(context).doesNotHaveBean(LocksEndpoint.class));
	}

	@Test
	void isNotThereWithoutAccess() {
		this.withLocks
			.withPropertyValues("management.endpoints.web.exposure.include=*", "management.endpoint.locks.access=NONE")
			.run((context) -> assertThat(context).doesNotHaveBean(LocksEndpoint.class));
	}

	@Test
	void isNotThereWithoutLocks() {
		this.contextRunner.withPropertyValues("management.endpoints.web.exposure.include=*")
			.run((context) -> assertThat(context).doesNotHaveBean(LocksEndpoint.class));
	}

}
