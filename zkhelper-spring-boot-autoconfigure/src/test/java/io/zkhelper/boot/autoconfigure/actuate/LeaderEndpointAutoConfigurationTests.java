package io.zkhelper.boot.autoconfigure.actuate;

import java.time.Duration;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.zkhelper.boot.actuate.Elections;
import io.zkhelper.boot.actuate.LeaderEndpoint;
import io.zkhelper.boot.actuate.LeaderEndpointWebExtension;
import io.zkhelper.boot.election.LeaderElections;
import io.zkhelper.election.ElectionOptions;
import io.zkhelper.election.LeaderElection;
import io.zkhelper.election.Participant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.slf4j.LoggerFactory;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.test.context.assertj.AssertableWebApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link LeaderEndpointAutoConfiguration} and
 * {@link LeaderEndpointHintAutoConfiguration}.
 */
@ExtendWith(OutputCaptureExtension.class)
class LeaderEndpointAutoConfigurationTests {

	private static final AutoConfigurations AUTO_CONFIGURATIONS = AutoConfigurations
		.of(LeaderEndpointAutoConfiguration.class, LeaderEndpointHintAutoConfiguration.class);

	private final WebApplicationContextRunner contextRunner = new WebApplicationContextRunner()
		.withConfiguration(AUTO_CONFIGURATIONS)
		.withBean(LeaderElections.class, Elections::of);

	@BeforeEach
	void logWhatUsersSee() {
		((Logger) LoggerFactory.getLogger(LeaderEndpoint.class)).setLevel(Level.INFO);
	}

	@Test
	void isThereWhenExposed() {
		this.contextRunner.withPropertyValues("management.endpoints.web.exposure.include=health,leader")
			.run((context) -> assertThat(context).hasSingleBean(LeaderEndpoint.class)
				.hasSingleBean(LeaderEndpointWebExtension.class)
				.doesNotHaveBean("leaderEndpointHint"));
	}

	@Test
	void isNotThereWithoutAccess() {
		this.contextRunner
			.withPropertyValues("management.endpoints.web.exposure.include=*", "management.endpoint.leader.access=NONE")
			.run((context) -> assertThat(context).doesNotHaveBean(LeaderEndpoint.class));
	}

	@Test
	void saysHowToExposeIt(CapturedOutput output) {
		this.contextRunner.run((context) -> {
			assertThat(context).doesNotHaveBean(LeaderEndpoint.class);
			becomeReady(context);
			assertThat(output).containsOnlyOnce("management.endpoints.web.exposure.include=health,leader");
		});
	}

	@Test
	void saysNothingToWhoWantsNoAccess(CapturedOutput output) {
		this.contextRunner.withPropertyValues("management.endpoint.leader.access=NONE").run((context) -> {
			becomeReady(context);
			assertThat(output).doesNotContain("exposure.include");
		});
	}

	@Test
	void saysNothingWhereThereIsNoWeb() {
		new ApplicationContextRunner().withConfiguration(AUTO_CONFIGURATIONS)
			.withBean(LeaderElections.class, Elections::of)
			.run((context) -> assertThat(context).doesNotHaveBean("leaderEndpointHint"));
	}

	@Test
	void isNotThereWithoutElections() {
		new WebApplicationContextRunner().withConfiguration(AUTO_CONFIGURATIONS)
			.withPropertyValues("management.endpoints.web.exposure.include=*")
			.run((context) -> assertThat(context).doesNotHaveBean(LeaderEndpoint.class)
				.doesNotHaveBean("leaderEndpointHint"));
	}

	@Test
	void worksWithoutAConnection() {
		LeaderElection single = LeaderElection.single("reports", Participant.of("orders"), ElectionOptions.DEFAULT);
		new WebApplicationContextRunner().withConfiguration(AUTO_CONFIGURATIONS)
			.withPropertyValues("management.endpoints.web.exposure.include=leader")
			.withBean(LeaderElections.class, () -> Elections.of(single))
			.run((context) -> {
				single.start();
				assertThat(single.awaitLeadership(Duration.ofSeconds(5))).isPresent();
				assertThat((Object) context.getBean(LeaderEndpoint.class).elections()).asString()
					.contains("state=NONE", "leading=true");
			});
	}

	private static void becomeReady(AssertableWebApplicationContext context) {
		context.publishEvent(new ApplicationReadyEvent(mock(SpringApplication.class), new String[0],
				context.getSourceApplicationContext(), null));
	}

}
