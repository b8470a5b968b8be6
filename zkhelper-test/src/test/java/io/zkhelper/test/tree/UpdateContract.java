package io.zkhelper.test.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import io.zkhelper.session.NodeData;
import io.zkhelper.session.NodeKind;
import io.zkhelper.session.NodeStat;
import io.zkhelper.session.ZkAcls;
import io.zkhelper.session.ZnodeError;
import io.zkhelper.test.tree.MeddledNodes.Fate;
import io.zkhelper.test.world.World;
import io.zkhelper.tree.CreateOptions;
import io.zkhelper.tree.Edit;
import io.zkhelper.tree.OutcomeUnknownException;
import io.zkhelper.tree.TreeChangedException;
import io.zkhelper.tree.UpdateResult;
import io.zkhelper.tree.UpdateResult.Outcome;
import io.zkhelper.tree.ZkTree;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Nodes that are read, changed and written if they are still the same, on any server.
 */
abstract class UpdateContract extends TreeScenes {

	UpdateContract(World world) {
		super(world);
	}

	private static Edit increment(Optional<NodeData> node) {
		int before = node.map((data) -> Integer.parseInt(new String(data.data(), UTF_8))).orElse(0);
		return Edit.replace(bytes(Integer.toString(before + 1)));
	}

	private UpdateResult increment(ZkTree tree) throws InterruptedException {
		return tree.update(at("/count"), UpdateContract::increment);
	}

	@Test
	@DisplayName("TR-28: eight who increment a hundred times make 800")
	void concurrentWriters() throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(8);
		List<Future<?>> writers = new ArrayList<>();
		for (int i = 0; i < 8; i++) {
			writers.add(threads.submit(() -> {
				for (int j = 0; j < 100; j++) {
					increment(tree());
				}
				return null;
			}));
		}
		for (Future<?> writer : writers) {
			writer.get();
		}
		threads.shutdown();
		assertThat(dataAt("/count")).isEqualTo("800");
		assertThat(statAt("/count").version()).isEqualTo(799);
	}

	@Test
	@DisplayName("TR-28: what the function throws is thrown, and nothing written")
	void throwing() throws Exception {
		plant("/count");
		Function<Optional<NodeData>, Edit> failing = (node) -> {
			throw new IllegalStateException("no");
		};
		assertThatIllegalStateException().isThrownBy(() -> tree().update(at("/count"), failing)).withMessage("no");
		assertThatIllegalStateException().isThrownBy(() -> tree().update(at("/absent"), failing)).withMessage("no");
		assertThat(statAt("/count").version()).isZero();
		assertThat(isThere("/absent")).isFalse();
	}

	@Test
	@DisplayName("TR-28: what stays the same is not written")
	void unchanged() throws Exception {
		plant("/count");
		write("/count", "1");
		NodeStat before = statAt("/count");
		assertThat(List.of(Edit.keep(), Edit.replace(bytes("1")))).allSatisfy((edit) -> {
			UpdateResult result = tree().update(at("/count"), (node) -> edit);
			assertThat(result.outcome()).isEqualTo(Outcome.KEPT);
			assertThat(result.node().orElseThrow().stat()).isEqualTo(before);
		});
		assertThat(statAt("/count")).isEqualTo(before);
		assertThat(tree().update(at("/absent"), (node) -> Edit.keep()))
			.isEqualTo(new UpdateResult(Outcome.KEPT, Optional.empty(), 1));
		assertThat(isThere("/absent")).isFalse();
	}

	@Test
	@DisplayName("TR-28: a node that is deleted in between is created")
	void deletedInBetween() throws Exception {
		plant("/count");
		write("/count", "7");
		UpdateResult result = increment(tree(Meddlers.before("setData", 1, () -> delete("/count"))));
		assertThat(result.outcome()).isEqualTo(Outcome.CREATED);
		assertThat(result.attempts()).isEqualTo(2);
		assertThat(dataAt("/count")).isEqualTo("1");
	}

	@Test
	void theResultSaysWhatWasDone() throws Exception {
		UpdateResult created = increment(tree());
		assertThat(created.outcome()).isEqualTo(Outcome.CREATED);
		assertThat(created.node().orElseThrow().stat()).isEqualTo(statAt("/count"));
		UpdateResult replaced = increment(tree());
		assertThat(replaced.outcome()).isEqualTo(Outcome.REPLACED);
		assertThat(replaced.node().orElseThrow().data()).asString().isEqualTo("2");
		assertThat(replaced.node().orElseThrow().stat()).isEqualTo(statAt("/count"));
		assertThat(tree().update(at("/count"), (node) -> Edit.delete()))
			.isEqualTo(new UpdateResult(Outcome.DELETED, Optional.empty(), 1));
		assertThat(tree().update(at("/count"), (node) -> Edit.delete()).outcome()).isEqualTo(Outcome.KEPT);
	}

	@Test
	void whoIsSlowerWhileCreatingBeginsAnew() throws Exception {
		UpdateResult result = increment(tree(Meddlers.before("create", 1, () -> increment(tree()))));
		assertThat(result.outcome()).isEqualTo(Outcome.REPLACED);
		assertThat(dataAt("/count")).isEqualTo("2");
	}

	@Test
	void whoIsSlowerWhileDeletingBeginsAnew() throws Exception {
		plant("/count");
		List<String> seen = new ArrayList<>();
		UpdateResult result = tree(Meddlers.before("delete", 1, () -> write("/count", "new"))).update(at("/count"),
				(node) -> {
					seen.add(new String(node.orElseThrow().data(), UTF_8));
					return Edit.delete();
				});
		assertThat(result).isEqualTo(new UpdateResult(Outcome.DELETED, Optional.empty(), 2));
		assertThat(seen).containsExactly("", "new");
	}

	@Test
	void whoIsSlowerEachTimeGivesUp() {
		ZkTree tree = tree(Meddlers.before("setData", () -> increment(tree())));
		assertThatExceptionOfType(TreeChangedException.class).isThrownBy(() -> {
			increment(tree());
			increment(tree);
		}).withMessageStartingWith("Updating was given up at '%s' after 3 attempts", at("/count"));
	}

	@Test
	@DisplayName("TR-28: an unknown outcome is told, and not tried again")
	void unknownOutcome() throws Exception {
		increment(tree());
		AtomicInteger calls = new AtomicInteger();
		assertThat(List.of(Fate.ANSWER_LOST, Fate.REQUEST_LOST))
			.allSatisfy((fate) -> assertThatExceptionOfType(OutcomeUnknownException.class)
				.isThrownBy(() -> tree(Meddlers.fate("setData", 1, fate)).update(at("/count"), (node) -> {
					calls.incrementAndGet();
					return increment(node);
				})));
		assertThat(dataAt("/count")).isEqualTo("2");
		assertThat(calls).hasValue(2);
	}

	@Test
	void aNodeWithChildrenIsNotDeleted() throws Exception {
		plant("/count", "/count/child");
		assertRefused(() -> tree().update(at("/count"), (node) -> Edit.delete()), ZnodeError.NOT_EMPTY);
	}

	@Test
	void theNodeIsMadeAsAskedFor() throws Exception {
		CreateOptions options = CreateOptions.DEFAULT.withKind(NodeKind.EPHEMERAL)
			.withAcl(ZkAcls.file(ZkAcls.anyone()));
		tree().update(at("/a/b"), (node) -> Edit.replace(bytes("1")), options);
		assertThat(statAt("/a/b").isEphemeral()).isTrue();
		assertThat(aclAt("/a/b")).isEqualTo(ZkAcls.file(ZkAcls.anyone()));
		assertThatIllegalArgumentException().isThrownBy(
				() -> tree().update(at("/s-"), (node) -> Edit.keep(), options.withKind(NodeKind.EPHEMERAL_SEQUENTIAL)))
			.withMessageContaining("must not be EPHEMERAL_SEQUENTIAL");
	}

	@Test
	void anInterruptEndsIt() {
		Thread.currentThread().interrupt();
		assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> increment(tree()));
		assertThat(Thread.interrupted()).isFalse();
	}

}
