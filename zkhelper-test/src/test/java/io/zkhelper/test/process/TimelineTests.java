package io.zkhelper.test.process;

import java.util.List;
import java.util.Set;

import io.zkhelper.claim.FencingToken;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the harness sees and what it does not, on values.
 */
class TimelineTests {

	@Test
	void termsOneAfterTheOtherAreFine() {
		assertThat(of(run("a", 1, 10, 20), run("b", 2, 30, 40)).violations()).isEmpty();
	}

	@Test
	void twoLeadersAreFound() {
		assertThat(of(run("a", 1, 10, 35), run("b", 2, 30, 40)).overlaps()).hasSize(1);
	}

	@Test
	void oneStaleAnswerIsFound() {
		assertThat(of(run("a", 1, 10, 20), run("b", 2, 30, 40), resumed("a", 0, 36, 35)).overlaps()).hasSize(1);
	}

	@Test
	void aStaleAnswerBetweenTheAnswersOfAnotherIsFound() {
		Timeline timeline = of(run("a", 0, 36, 35), run("b", 2, 30, 32), resumed("b", 2, 39, 40));
		assertThat(timeline.overlaps()).hasSize(1);
	}

	@Test
	void anAnswerThatMayHaveBeenGivenBeforeIsNotCounted() {
		assertThat(of(resumed("a", 1, 35, 20), run("b", 2, 30, 40)).overlaps()).isEmpty();
	}

	@Test
	void aTokenThatGoesBackIsFound() {
		assertThat(of(run("a", 2, 10, 20), run("b", 1, 30, 40)).stepsBack()).hasSize(1);
	}

	@Test
	void aTermThatComesBackIsFound() {
		assertThat(of(run("a", 1, 10, 20), run("a", 1, 30, 40)).returns()).hasSize(1);
		assertThat(of(run("a", 1, 10, 20), resumed("a", 1, 30, 40)).returns()).isEmpty();
	}

	@Test
	void aGrantWithoutAnEndIsFoundAfterClosing() {
		List<Event> events = List.of(event(Event.Kind.GRANTED, 1));
		assertThat(new Timeline(List.of(), events, List.of(), Set.of("a")).unpaired()).hasSize(1);
		assertThat(new Timeline(List.of(), events, List.of(), Set.of()).unpaired()).isEmpty();
	}

	@Test
	void eventsThatDoNotAlternateAreFound() {
		List<Event> events = List.of(event(Event.Kind.GRANTED, 1), event(Event.Kind.REVOKED, 2));
		assertThat(new Timeline(List.of(), events, List.of(), Set.of("a")).unpaired()).hasSize(1);
	}

	@Test
	void anAnswerAfterTheLeaseOfAFrozenProcessIsStale() {
		assertThat(of(run("a", 1, 10, 20), resumed("a", 1, 90, 91)).stale("a", 30, 60)).hasSize(1);
		assertThat(of(run("a", 1, 10, 20), resumed("a", 0, 91, 90)).stale("a", 30, 60)).hasSize(1);
		assertThat(of(run("a", 1, 10, 20), resumed("a", 1, 50, 55)).stale("a", 30, 60)).isEmpty();
		assertThat(of(run("a", 1, 10, 20), run("a", 2, 90, 99)).stale("a", 30, 60)).isEmpty();
		assertThat(of(run("a", 1, 10, 20), resumed("a", 2, 90, 99)).stale("a", 30, 60)).isEmpty();
	}

	@Test
	void aWriteOfTheOldLeaderAmongThoseOfTheNewOneIsFound() {
		assertThat(written(writes("a", 1, 10, 30, 0), writes("b", 2, 20, 40, 0)).lateWrites()).hasSize(1);
		assertThat(written(writes("a", 1, 10, 15, 0), writes("b", 2, 20, 40, 0)).lateWrites()).isEmpty();
	}

	@Test
	void aLeaderWhoseWriteIsRefusedIsFound() {
		assertThat(written(writes("a", 1, 10, 15, 1)).lateWrites()).hasSize(1);
	}

	private static Timeline written(Writes... writes) {
		return new Timeline(List.of(), List.of(), List.of(writes), Set.of());
	}

	private static Writes writes(String process, long term, long first, long last, long breaches) {
		return new Writes(process, new FencingToken(term, 0), 2, breaches, breaches, new Writes.Span(first, last));
	}

	private static Timeline of(Run... runs) {
		return new Timeline(List.of(runs), List.of(), List.of(), Set.of());
	}

	private static Run run(String process, long term, long from, long to) {
		return new Run(process, term, (term != 0) ? new FencingToken(term, 0) : null, from, to, false);
	}

	private static Run resumed(String process, long term, long from, long to) {
		return new Run(process, term, (term != 0) ? new FencingToken(term, 0) : null, from, to, true);
	}

	private static Event event(Event.Kind kind, long term) {
		return new Event("a", kind, term, new FencingToken(term, 0), "-", term);
	}

}
