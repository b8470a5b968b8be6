package io.zkhelper.tree;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

import io.zkhelper.session.Change;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Deletes in transactions.
 */
class BatchesTests {

	@Test
	void leavesComeFirstAndTheTopLast() {
		assertThat(new Batches("/top", Change.ANY_VERSION).leavesFirst(List.of("/top/a", "/top/a/b")))
			.containsExactly(List.of(delete("/top/a/b"), delete("/top/a"), delete("/top")));
	}

	@Test
	void aVersionIsCheckedInEach() {
		List<List<Change>> batches = new Batches("/top", 3).leavesFirst(many());
		assertThat(batches).hasSizeGreaterThan(2)
			.allSatisfy((batch) -> assertThat(batch.get(0)).isEqualTo(new Change.Check("/top", 3)));
		List<Change> last = batches.get(batches.size() - 1);
		assertThat(last.get(last.size() - 1)).isEqualTo(new Change.Delete("/top", 3));
	}

	@Test
	void eachFitsIntoARequest() {
		List<List<Change>> batches = new Batches("/top", Change.ANY_VERSION).leavesFirst(many());
		assertThat(batches).allSatisfy((batch) -> assertThat(batch.stream().mapToInt(BatchesTests::bytes).sum())
			.isLessThanOrEqualTo(128 * 1024));
		List<String> expected = new ArrayList<>(many());
		Collections.reverse(expected);
		expected.add("/top");
		assertThat(batches.stream().flatMap(List::stream).map(Change::path)).isEqualTo(expected);
	}

	// The most that a change has besides its path on the wire is 21 bytes
	private static int bytes(Change change) {
		return change.path().getBytes(StandardCharsets.UTF_8).length + 21;
	}

	private static List<String> many() {
		return IntStream.range(0, 9000).mapToObj((i) -> "/top/ü" + i).toList();
	}

	private static Change.Delete delete(String path) {
		return new Change.Delete(path, Change.ANY_VERSION);
	}

}
