package io.zkhelper.boot.lock;

import java.util.List;

import io.zkhelper.boot.guard.InvalidGuardException;
import io.zkhelper.boot.guard.Refusals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

import org.springframework.boot.diagnostics.FailureAnalysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for what is refused at start-up.
 */
class LockRefusalTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', commentCharacter = '%', textBlock = """
			order-#{#number}              | '#number' is no parameter of the method, which has [text, id,
			#{#root}                      | '#root' is no parameter
			#{#this}                      | '#this' is no parameter
			#{id}                         | there is nothing to have a property 'id'
			#{#id + missing}              | there is nothing to have a property 'missing'
			#{T(java.lang.Math).random()} | 'T(java.lang.Math)' is neither a parameter nor a property of one
			#{@orders.name}               | '@orders' is neither
			#{new String('x')}            | 'new String('x')' is neither
			#{#text.trim()}               | 'trim()' is neither
			#{#trim(#text)}               | '#trim(#text)' is neither
			#{#id = 5}                    | is neither
			#{#id++}                      | is neither
			order-#{#id                   | can't be read
			#{}                           | can't be read
			order-#id                     | '#id' stands outside of an expression
			'order-' + #id                | '#id' stands outside of an expression
			${which}                      | a placeholder in '${which}' is not resolved
			""                            | must not be empty
			""")
	void refusesNames(String template, String problem) {
		assertThatExceptionOfType(InvalidGuardException.class)
			.isThrownBy(() -> LockName.parse(template, LockNameTests.method()))
			.withMessageContainingAll("@DistributedLocked on ", "Orders.change(", problem);
	}

	@Test
	void refusesAnOverlongName() {
		assertThatExceptionOfType(InvalidGuardException.class)
			.isThrownBy(() -> LockName.parse("x".repeat(201), LockNameTests.method()))
			.withMessageContaining("must not be over 200 bytes");
	}

	@Test
	void refusesNamesOfParametersThatAreNotInTheClassFile() {
		NameCheck check = new NameCheck(LockNameTests.method(), List.of(), false);
		assertThatExceptionOfType(InvalidGuardException.class)
			.isThrownBy(() -> LockName.parse("#{#id}", LockNameTests.method()).parts().forEach(check::check))
			.withMessageContaining("the name of parameter '#id' is not in the class file");
	}

	@Test
	void tellsWhatToDo() {
		FailureAnalysis analysis = analyze(Unknown.class);
		assertThat(analysis.getDescription()).contains("@DistributedLocked on ", "Unknown.run(long)",
				"'#number' is no parameter of the method, which has [id]");
		assertThat(analysis.getAction()).isEqualTo("Name one of its parameters.");
	}

	@Test
	void refusesAReturnTypeThatCannotSayNothing() {
		FailureAnalysis analysis = analyze(ReturnsNumber.class);
		assertThat(analysis.getDescription()).contains("no empty value", "'int'");
		assertThat(analysis.getAction()).contains("onBusy = OnBusy.THROW", "fallbackMethod");
	}

	@Test
	void refusesAReturnTypeWhoseEndCannotBeSeen() {
		FailureAnalysis analysis = analyze(ReturnsPublisher.class);
		assertThat(analysis.getDescription()).contains("ReturnsPublisher.run()", "goes on after it has returned");
		assertThat(analysis.getAction()).contains("Mono");
	}

	@Test
	void refusesTwoChoices() {
		assertThat(analyze(TwoChoices.class).getDescription()).contains("both a fallbackMethod and onBusy = THROW");
	}

	@Test
	void refusesAWaitThatIsNone() {
		FailureAnalysis analysis = analyze(NoDuration.class);
		assertThat(analysis.getDescription()).contains("its waitFor is no duration: 'soon'");
		assertThat(analysis.getAction()).contains("10s");
		assertThat(analyze(Negative.class).getDescription()).contains("its waitFor is no duration: '-1s'");
	}

	private static FailureAnalysis analyze(Class<?> bean) {
		return Refusals.analyze(LockRunner.with(bean).failure());
	}

	static class Unknown {

		@DistributedLocked("order-#{#number}")
		void run(long id) {
		}

	}

	static class ReturnsNumber {

		@DistributedLocked("count")
		int count() {
			return 1;
		}

	}

	static class ReturnsPublisher {

		@DistributedLocked(value = "job", onBusy = OnBusy.THROW)
		Publisher<String> run() {
			return Mono.just("done");
		}

	}

	static class TwoChoices {

		@DistributedLocked(value = "count", fallbackMethod = "other", onBusy = OnBusy.THROW)
		int count() {
			return 1;
		}

		int other() {
			return 1;
		}

	}

	static class NoDuration {

		@DistributedLocked(value = "job", waitFor = "soon")
		void run() {
		}

	}

	static class Negative {

		@DistributedLocked(value = "job", waitFor = "-1s")
		void run() {
		}

	}

}
