package io.zkhelper.test.tree;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import io.zkhelper.session.NodeException;
import io.zkhelper.session.Paths;
import io.zkhelper.session.ZnodeError;
import io.zkhelper.test.world.World;
import io.zkhelper.tree.ZkGlob;
import org.apache.zookeeper.ZooDefs.Perms;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * What wildcards stand for, on any server.
 */
abstract class GlobContract extends TreeScenes {

	GlobContract(World world) {
		super(world);
	}

	private List<String> resolve(String... below) throws InterruptedException {
		return ZkGlob.resolve(nodes(), Arrays.stream(below).map(this::at).toList());
	}

	private List<String> all(String... below) {
		return Arrays.stream(below).map(this::at).toList();
	}

	@Test
	@DisplayName("TC-03: a path without wildcards stands for itself, whether it exists or not")
	void missingPath() throws InterruptedException {
		assertThat(resolve("/nyc/path")).isEqualTo(all("/nyc/path"));
	}

	@Test
	@DisplayName("TC-04: a wildcard that nothing fits stands for nothing")
	void nothingFits() throws Exception {
		plant("/nyc", "/nyc/other");
		assertThat(resolve("/nyc/path*")).isEmpty();
	}

	@Test
	@DisplayName("TC-05: a path that exists stands for itself")
	void existingPath() throws Exception {
		plant("/nyc", "/nyc/path");
		assertThat(resolve("/nyc/path")).isEqualTo(all("/nyc/path"));
	}

	@Test
	@DisplayName("TC-06: a wildcard at the end stands for all children, sorted")
	void children() throws Exception {
		plant("/nyc", "/nyc/path2", "/nyc/path1");
		assertThat(resolve("/nyc/*")).isEqualTo(all("/nyc/path1", "/nyc/path2"));
	}

	@Test
	@DisplayName("TC-07: a wildcard in the middle")
	void inTheMiddle() throws Exception {
		plant("/nyc", "/nyc/shard1", "/nyc/shard1/actionlog", "/nyc/shard2", "/nyc/shard2/actionlog");
		assertThat(resolve("/nyc/*/actionlog")).isEqualTo(all("/nyc/shard1/actionlog", "/nyc/shard2/actionlog"));
	}

	@Test
	@DisplayName("TC-08: two wildcards, and a leaf that is missing")
	void twoWildcards() throws Exception {
		plant("/nyc", "/nyc/ks2", "/nyc/ks2/shards", "/nyc/ks2/shards/s1", "/nyc/ks2/shards/s2", "/nyc/ks1");
		plant("/nyc/ks1/shards", "/nyc/ks1/shards/s1", "/nyc/ks1/shards/s2", "/nyc/ks2/shards/s2/actionlog");
		plant("/nyc/ks1/shards/s2/actionlog", "/nyc/ks1/shards/s1/actionlog");
		assertThat(resolve("/nyc/*/shards/*/actionlog")).isEqualTo(
				all("/nyc/ks1/shards/s1/actionlog", "/nyc/ks1/shards/s2/actionlog", "/nyc/ks2/shards/s2/actionlog"));
	}

	@Test
	@DisplayName("TC-09: below a parent that is missing there is nothing")
	void missingParent() throws InterruptedException {
		assertThat(resolve("/nyc/*/shards")).isEmpty();
	}

	@Test
	@DisplayName("TC-10: several paths without wildcards, one of them missing, all stand for themselves")
	void severalPaths() throws Exception {
		plant("/nyc", "/nyc/path1", "/nyc/path3");
		assertThat(resolve("/nyc/path1", "/nyc/path2", "/nyc/path3"))
			.isEqualTo(all("/nyc/path1", "/nyc/path2", "/nyc/path3"));
	}

	@Test
	void severalPatternsKeepTheirOrderAndWhatTheyShare() throws Exception {
		plant("/b", "/a");
		assertThat(resolve("/b", "/*", "/c", "/?")).isEqualTo(all("/b", "/a", "/b", "/c", "/a", "/b"));
	}

	@Test
	void ifAskedForOnlyWhatExistsIsThere() throws Exception {
		plant("/b", "/a");
		assertThat(ZkGlob.resolveExisting(nodes(), all("/b", "/c", "/*", "/x/y"))).isEqualTo(all("/b", "/a", "/b"));
		assertThat(ZkGlob.resolveExisting(nodes(), List.of("/"))).containsExactly("/");
	}

	@Test
	@DisplayName("TR-31: an escaped star in a literal segment is a star")
	void escapes() throws Exception {
		plant("/a*b", "/a*b/x", "/axb", "/axb/x", "/[z]");
		assertThat(resolve("/a\\*b/*", "/a\\*b/y", "/a\\*\\b")).isEqualTo(all("/a*b/x", "/a*b/y", "/a*b"));
		assertThat(resolve("/\\[[x-z]\\]", "/*b/x")).isEqualTo(all("/[z]", "/a*b/x", "/axb/x"));
	}

	@Test
	@DisplayName("TR-31: ranges and negation")
	void ranges() throws Exception {
		plant("/s1", "/s2", "/s5", "/sx");
		assertThat(resolve("/s[1-4]")).isEqualTo(all("/s1", "/s2"));
		assertThat(resolve("/s[^1-4]")).isEqualTo(all("/s5", "/sx"));
		assertThat(resolve("/s[!1-4]")).isEqualTo(all("/s1", "/s2"));
	}

	@Test
	@DisplayName("TR-31: '/*' stands for the children of the root")
	void root() throws InterruptedException {
		assertThat(ZkGlob.resolve(nodes(), List.of("/*"))).contains(at(""), "/zookeeper").isSorted();
		assertThat(ZkGlob.resolve(nodes(), List.of("/zookeep?r/quota"))).containsExactly("/zookeeper/quota");
	}

	@Test
	@DisplayName("TR-31: a wrong pattern is refused before any request, the first one's too")
	void wrongPattern() throws InterruptedException {
		long before = world().requests();
		assertThatIllegalArgumentException().isThrownBy(() -> resolve("/*", "/[a"))
			.withMessageContaining("is not valid in its segment '[a'");
		assertThat(world().requests()).isEqualTo(before);
	}

	@Test
	void moreChildrenThanRequestsAtATime() throws Exception {
		plant("/d");
		plant(IntStream.range(100, 300).mapToObj((i) -> "/d/" + i).toArray(String[]::new));
		plant(IntStream.range(100, 300).mapToObj((i) -> "/d/" + i + "/leaf").toArray(String[]::new));
		assertThat(resolve("/d/*/leaf")).hasSize(200)
			.isSorted()
			.allMatch((path) -> Paths.nameOf(path).equals("leaf"))
			.doesNotHaveDuplicates();
	}

	@Test
	void aRefusalEndsIt() throws Exception {
		plant("/open", "/closed");
		world().deny(at("/closed"), Perms.READ);
		assertThatExceptionOfType(NodeException.class).isThrownBy(() -> resolve("/*/x*"))
			.satisfies((ex) -> assertThat(ex.error()).isEqualTo(ZnodeError.NO_AUTH))
			.withMessageContaining(at("/closed"));
	}

	@Test
	void anInterruptEndsIt() {
		Thread.currentThread().interrupt();
		assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> resolve("/*"));
		assertThat(Thread.interrupted()).isFalse();
	}

}
