package io.zkhelper.boot.autoconfigure;

import java.util.ArrayList;
import java.util.List;

import io.zkhelper.session.SessionState;
import io.zkhelper.session.ZkClient;
import io.zkhelper.session.ZkClientOptions;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link ZkHelperAutoConfiguration}.
 */
class ZkHelperAutoConfigurationTests {

	private final List<ZkClientOptions> seen = new ArrayList<>();

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(ZkHelperAutoConfiguration.class))
		.withBean(ZkClientOptionsCustomizer.class, () -> (options) -> {
			this.seen.add(options);
			return options;
		});

	@Test
	void startsWhileTheServersAreAway() {
		this.contextRunner.withPropertyValues("zkhelper.connect-string=localhost:1").run((context) -> {
			assertThat(context.getBean(ZkClient.class).state()).isEqualTo(SessionState.CONNECTING);
			context.close();
		});
	}

	@Test
	void mapsProperties() {
		this.contextRunner
			.withPropertyValues("zkhelper.connect-string=a,b:99/c", "zkhelper.root=/apps",
					"zkhelper.session-timeout=6s", "zkhelper.tick-time=1s", "zkhelper.security.scheme=digest",
					"zkhelper.security.credentials=me:secret",
					"zkhelper.security.client-properties.zookeeper.ssl.keyStore.location=/keys")
			.run((context) -> {
				ZkClientOptions options = this.seen.get(0);
				assertThat(options.connectString()).isEqualTo("a:2181,b:99/c");
				assertThat(options.root()).isEqualTo("/apps");
				assertThat(options.timing().sessionTimeout()).hasSeconds(6);
				assertThat(options.timing().tickTime()).hasSeconds(1);
				assertThat(options.security().credentials()).singleElement()
					.satisfies((credential) -> assertThat(credential.secret()).isEqualTo("me:secret"));
				assertThat(options.security().clientProperties()).containsEntry("zookeeper.ssl.keyStore.location",
						"/keys");
				assertThat(options.listenerExecutor()).isEmpty();
			});
	}

	@Test
	void backsOffWhenTheUserDefinesAClient() {
		ZkClient client = mock(ZkClient.class);
		this.contextRunner.withBean(ZkClient.class, () -> client)
			.run((context) -> assertThat(context.getBean(ZkClient.class)).isSameAs(client));
	}

	@Test
	void prefersConnectionDetailsToProperties() {
		this.contextRunner.withPropertyValues("zkhelper.connect-string=localhost:1")
			.withBean(ZkHelperConnectionDetails.class, () -> () -> "localhost:2")
			.run((context) -> assertThat(this.seen.get(0).connectString()).isEqualTo("localhost:2"));
	}

	@Test
	void runsListenersOnVirtualThreadsWhereBootDoes() {
		// Threading.VIRTUAL is active on JDK 21 and later only
		boolean available = Runtime.version().feature() >= 21;
		this.contextRunner
			.withPropertyValues("zkhelper.connect-string=localhost:1", "spring.threads.virtual.enabled=true")
			.run((context) -> assertThat(this.seen.get(0).listenerExecutor().isPresent()).isEqualTo(available));
	}

	@Test
	void connectsToNothingInOtherModes() {
		for (String mode : List.of("single", "off")) {
			this.contextRunner.withPropertyValues("zkhelper.mode=" + mode)
				.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(ZkClient.class));
		}
	}

}
