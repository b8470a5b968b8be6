package io.zkhelper.test.guide;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

import io.zkhelper.cell.CellClients;
import io.zkhelper.cell.CellDirectory;
import io.zkhelper.cell.CellSource;
import io.zkhelper.cell.LocalCellResolver;
import io.zkhelper.cell.MirroredNodes;
import io.zkhelper.cell.ReadPolicy;
import io.zkhelper.session.Change;
import io.zkhelper.session.NodeKind;
import io.zkhelper.session.Refusal;
import io.zkhelper.session.ZkClient;
import io.zkhelper.session.ZkClientOptions;
import io.zkhelper.session.ZkNodes;
import io.zkhelper.test.server.EmbeddedZooKeeper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The examples of {@code docs/cells.md}, which are copies of what is here.
 */
class CellsGuideTests {

	private final EmbeddedZooKeeper ny = EmbeddedZooKeeper.start();

	private final EmbeddedZooKeeper nj = EmbeddedZooKeeper.start();

	private final byte[] data = "hello".getBytes(UTF_8);

	private final List<String> done = new CopyOnWriteArrayList<>();

	@AfterEach
	void stop() {
		this.nj.close();
		this.ny.close();
	}

	private void show(String path, byte[] data) {
		this.done.add(path + " " + new String(data, UTF_8));
	}

	private void report(Set<String> applied, Map<String, Refusal> refusals) {
		this.done.add(applied + " " + refusals);
	}

	private static <T> T answer(CompletionStage<T> stage) {
		return stage.toCompletableFuture().join();
	}

	private CellDirectory directory() {
		String nyServers = this.ny.connectString();
		String njServers = this.nj.connectString();
		CellDirectory directory = CellDirectory.load(CellSource.of(Map.of("ny", nyServers, "nj", njServers)),
				LocalCellResolver.create().withCell("ny"));
		return directory;
	}

	@Test
	void oneTree() {
		CellDirectory directory = directory();
		byte[] data = this.data;
		CellClients cells = CellClients.of(directory, (servers) -> ZkClient.connect(ZkClientOptions.of(servers)));
		ZkNodes nodes = cells.nodes();
		nodes.create(new Change.Create("/zk/local", new byte[0], NodeKind.PERSISTENT))
			.thenCompose((cell) -> nodes.create(new Change.Create("/zk/local/greeting", data, NodeKind.PERSISTENT)))
			.thenCompose((created) -> nodes.read("/zk/ny/greeting"))
			.thenAccept((node) -> show(node.path(), node.data()));
		await().until(() -> this.done.contains("/zk/ny/greeting hello"));
		cells.close();
	}

	@Test
	void aMirror() {
		CellClients cells = CellClients.of(directory(), (servers) -> ZkClient.connect(ZkClientOptions.of(servers)));
		answer(cells.nodes("nj").create(new Change.Create("/settings", new byte[0], NodeKind.PERSISTENT)));
		byte[] data = this.data;
		MirroredNodes mirror = cells.mirror(ReadPolicy.ALL_AGREE, List.of("ny", "nj"));
		mirror.create(new Change.Create("/settings", data, NodeKind.PERSISTENT)).thenAccept((result) -> {
			if (!result.isComplete()) {
				report(result.answers().keySet(), result.refusals());
			}
		});
		await().until(() -> this.done.contains("[ny] {nj=NODE_EXISTS for '/settings'}"));
		mirror.repair("/settings", "ny");
		await().until(() -> new String(answer(cells.nodes("nj").read("/settings")).data(), UTF_8).equals("hello"));
		change(mirror, "goodbye".getBytes(UTF_8));
		await().until(() -> answer(mirror.readAll("/settings")).answers((node) -> new String(node.data(), UTF_8))
			.equals(Map.of("ny", "goodbye", "nj", "goodbye")));
		cells.close();
	}

	private void change(MirroredNodes mirror, byte[] changed) {
		Map<String, Integer> versions = answer(mirror.readAll("/settings")).answers((node) -> node.stat().version());
		mirror.setData("/settings", changed, versions);
	}

	@Test
	void eachExampleOfTheGuideIsHere() throws IOException {
		assertThat(Guide.examplesNotIn(CellsGuideTests.class, "cells.md")).isEmpty();
	}

}
