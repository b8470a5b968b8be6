package io.zkhelper.boot.autoconfigure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.zkhelper.boot.election.LeaderElectionAutoConfiguration;
import io.zkhelper.session.UnsafeTimingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.io.support.SpringFactoriesLoader;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what a person reads who configured something that can't work.
 */
class ConfigurationFailureTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner().withConfiguration(
			AutoConfigurations.of(ZkHelperAutoConfiguration.class, LeaderElectionAutoConfiguration.class));

	@Test
	void saysWhatToDoWithoutAConnectString() {
		FailureAnalysis analysis = analyze();
		assertThat(analysis.getDescription()).contains("'zkhelper.connect-string' is not set");
		assertThat(analysis.getAction()).contains("zkhelper.connect-string=", "zkhelper.embedded.enabled=true",
				"zkhelper.cells.connect-strings.", "zkhelper.mode=single");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					zkhelper.connect-string=http://host       | Property 'zkhelper.connect-string' is 'http://host': Connect string 'http://host' is not valid: it has no scheme
					zkhelper.connect-string=host:99999        | port 99999
					zkhelper.root=zkhelper                    | Property 'zkhelper.root' is 'zkhelper': The root 'zkhelper' is not a valid path
					zkhelper.root=/                           | must not be '/'
					zkhelper.session-timeout=-1s              | Property 'zkhelper.session-timeout' is 'PT-1S': it must be positive
					zkhelper.tick-time=0s                     | Property 'zkhelper.tick-time'
					zkhelper.security.scheme=digest           | Property 'zkhelper.security.credentials' is ''
					zkhelper.default-election=                | Property 'zkhelper.default-election' is ''
					zkhelper.elections.a.lease=-1s            | Property 'zkhelper.elections.a.lease' is 'PT-1S'
					zkhelper.elections.a.takeover-delay=0s    | Property 'zkhelper.elections.a.takeover-delay'
					zkhelper.elections.a.drain-timeout=-1ms   | must not be negative
					""")
	void namesTheProperty(String property, String expected) {
		FailureAnalysis analysis = analyze("zkhelper.connect-string=localhost:1", property);
		assertThat(analysis.getDescription()).contains(expected);
		assertThat(analysis.getAction()).isNotBlank();
	}

	@Test
	void listsTheModes() {
		assertThat(analyze("zkhelper.mode=clustr").getDescription()).contains("zkhelper.mode", "clustr");
	}

	@Test
	void refusesNamesThatAreTooLong() {
		assertThat(analyze("zkhelper.mode=single", "zkhelper.elections." + "x".repeat(201) + ".observer=true")
			.getDescription()).contains("must not be over 200 bytes");
		assertThat(analyze("zkhelper.mode=single", "zkhelper.participant.id=" + "x".repeat(201)).getDescription())
			.contains("'zkhelper.participant.id'");
	}

	@Test
	void explainsUnsafeTimes() {
		FailureAnalysis analysis = new UnsafeTimingFailureAnalyzer()
			.analyze(new IllegalStateException(new UnsafeTimingException("takeoverDelay", "1 s is below 3.5 s")));
		assertThat(analysis.getDescription()).contains("1 s is below 3.5 s");
		assertThat(analysis.getAction()).contains("'zkhelper.elections.<name>.takeover-delay'");
	}

	@ParameterizedTest
	@CsvSource({ "zkhelper.elections.reports.lease, 30s", "zkhelper.elections[my.reports].lease, 30s",
			"zkhelper.elections.reports.takeover-delay, 1s" })
	void namesThePropertyOfTheElectionWhoseTimesAreUnsafe(String property, String value) {
		FailureAnalysis analysis = analyze("zkhelper.connect-string=localhost:1", property + "=" + value);
		assertThat(analysis.getDescription()).containsPattern("Election '(my\\.)?reports': ");
		assertThat(analysis.getAction()).startsWith("Remove '" + property + "' where it is set");
	}

	@Test
	void neverShowsCredentials() {
		ZkHelperProperties.Security security = new ZkHelperProperties.Security("digest", "me:secret",
				Map.of("password", "hidden"));
		assertThat(security.toString()).contains("digest").doesNotContain("secret", "hidden");
	}

	private FailureAnalysis analyze(String... properties) {
		List<FailureAnalysis> analyses = new ArrayList<>();
		this.contextRunner.withPropertyValues(properties)
			.run((context) -> analyses.add(analyze(context.getStartupFailure())));
		return analyses.get(0);
	}

	// As SpringApplication does: the first analyzer that has something to say
	private static FailureAnalysis analyze(Throwable failure) {
		assertThat(failure).isNotNull();
		return SpringFactoriesLoader.forDefaultResourceLocation().load(FailureAnalyzer.class, (type, name, ex) -> {
		})
			.stream()
			.map((analyzer) -> analyzer.analyze(failure))
			.filter((analysis) -> analysis != null)
			.findFirst()
			.orElseThrow();
	}

}
