package io.zkhelper.test.simulation;

import java.util.List;

import io.zkhelper.claim.Safety;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ShrinkerTests {

	private final Course course = Course.of(1, Recipe.ELECTIONS, Safety.STRICT);

	@Test
	void onlyIncidentsThatMatterAreLeft() {
		List<Incident> all = this.course.incidents();
		List<Incident> cause = List.of(all.get(3), all.get(17), all.get(all.size() - 1));
		Course smallest = new Shrinker((shorter) -> shorter.incidents().containsAll(cause)).shrink(this.course);
		assertThat(smallest.incidents()).isEqualTo(cause);
		assertThat(smallest.seed()).isEqualTo(this.course.seed());
	}

	@Test
	void whatFailsWithoutAnyIncidentHasNone() {
		assertThat(new Shrinker((shorter) -> true).shrink(this.course).incidents()).isEmpty();
	}

	@Test
	void whatFailsOnlyAsAWholeStaysWhole() {
		assertThat(new Shrinker((shorter) -> false).shrink(this.course)).isEqualTo(this.course);
	}

}
