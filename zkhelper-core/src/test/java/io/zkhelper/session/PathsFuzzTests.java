package io.zkhelper.session;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

import io.zkhelper.fuzz.Draw;
import io.zkhelper.fuzz.Fuzz;
import org.apache.zookeeper.common.PathUtils;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Any text as a name, and as a root: refused with its reason, or one segment that shows
 * which name it was, so that no two names share one.
 */
class PathsFuzzTests {

	@Test
	void anyNameIsRefusedOrComesBack() {
		int[] accepted = new int[1];
		Fuzz.each((draw) -> {
			String name = draw.chance(3) ? "x".repeat(195 + draw.number(10)) : draw.text(60);
			if (isAccepted(name)) {
				accepted[0]++;
			}
		});
		assertThat(accepted[0]).as("not all are refused").isPositive();
	}

	@Test
	void namesThatAreAlikeDoNotMeet() {
		Fuzz.each((draw) -> {
			String name = "order" + draw.text(3);
			String other = draw.changed(name);
			if (isAccepted(name) && isAccepted(other)) {
				assertThat(Paths.segment("a lock", name).equals(Paths.segment("a lock", other)))
					.isEqualTo(name.equals(other));
			}
		});
	}

	private static boolean isAccepted(String name) {
		try {
			String segment = Paths.segment("a lock", name);
			assertThat(segment).doesNotContain("/").isNotEmpty().hasSizeLessThanOrEqualTo(600);
			PathUtils.validatePath("/zkhelper/locks/" + segment);
			assertThat(decoded(segment)).isEqualTo(name);
			return true;
		}
		catch (IllegalArgumentException ex) {
			assertThat(ex).hasMessageStartingWith("The name of a lock must ")
				.hasMessageContaining("'" + name.substring(0, Math.min(40, name.length())));
			return false;
		}
	}

	private static String decoded(String segment) {
		return URLDecoder.decode(segment, StandardCharsets.UTF_8);
	}

	@Test
	void anyRootIsRefusedOrAValidPath() {
		ZkClientOptions options = ZkClientOptions.of("localhost");
		Fuzz.each((draw) -> {
			String root = root(draw);
			try {
				assertThat(options.withRoot(root).root()).isEqualTo(root);
				PathUtils.validatePath(root + "/elections/reports/candidates");
			}
			catch (IllegalArgumentException ex) {
				assertThat(ex).hasMessageContaining("root").hasMessageContaining("'" + root + "'");
			}
		});
	}

	private static String root(Draw draw) {
		return draw.chance(4) ? draw.text(20) : "/" + draw.changed(draw.of("zkhelper", "a/b", "zookeeper", "."));
	}

}
