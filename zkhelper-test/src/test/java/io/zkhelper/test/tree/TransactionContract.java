package io.zkhelper.test.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import io.zkhelper.session.NodeStat;
import io.zkhelper.session.ZnodeError;
import io.zkhelper.test.tree.MeddledNodes.Fate;
import io.zkhelper.test.world.World;
import io.zkhelper.tree.OutcomeUnknownException;
import io.zkhelper.tree.TreeChangedException;
import io.zkhelper.tree.TreeOptions;
import io.zkhelper.tree.TreeTransaction;
import io.zkhelper.tree.ZkTree;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Several nodes that are read and written at once, on any server.
 */
abstract class TransactionContract extends TreeScenes {

	TransactionContract(World world) {
		super(world);
	}

	private String read(TreeTransaction transaction, String below) throws InterruptedException {
		return transaction.read(at(below)).map((data) -> new String(data, UTF_8)).orElse("-");
	}

	private int add(TreeTransaction transaction, String below, int amount) throws InterruptedException {
		int sum = Integer.parseInt(read(transaction, below)) + amount;
		transaction.write(at(below), bytes(Integer.toString(sum)));
		return sum;
	}

	private void open(String... accounts) throws Exception {
		plant(accounts);
		for (String account : accounts) {
			write(account, "100");
		}
	}

	@Test
	@DisplayName("TD-24: five accounts of 100 have 500 after ten transfers at a time")
	void transfers() throws Exception {
		String[] accounts = { "/0", "/1", "/2", "/3", "/4" };
		open(accounts);
		ExecutorService threads = Executors.newFixedThreadPool(10);
		List<Future<?>> transfers = new ArrayList<>();
		for (int i = 0; i < 10; i++) {
			Random random = new Random(i);
			transfers.add(threads.submit(() -> transfer(accounts[random.nextInt(5)], accounts[random.nextInt(5)])));
		}
		for (Future<?> transfer : transfers) {
			transfer.get();
		}
		threads.shutdown();
		assertThat(tree().<Integer>transaction((transaction) -> {
			int sum = 0;
			for (String account : accounts) {
				sum += Integer.parseInt(read(transaction, account));
			}
			return sum;
		})).isEqualTo(500);
	}

	private int transfer(String from, String to) throws InterruptedException {
		return tree().<Integer>transaction((transaction) -> add(transaction, from, -7) + add(transaction, to, 7));
	}

	@Test
	@DisplayName("TD-24: what is absent is read as empty")
	void absent() throws Exception {
		assertThat(tree().<String>transaction((transaction) -> read(transaction, "/absent"))).isEqualTo("-");
	}

	@Test
	void allOrNothingIsWritten() throws Exception {
		open("/a", "/b");
		tree().transaction((transaction) -> add(transaction, "/a", 1) + add(transaction, "/b", 2));
		assertThat(dataAt("/a") + " " + dataAt("/b")).isEqualTo("101 102");
		assertThat(statAt("/a").mzxid()).isEqualTo(statAt("/b").mzxid());
	}

	@Test
	void whatWasWrittenIsReadBack() throws Exception {
		open("/a");
		List<String> seen = new ArrayList<>();
		tree().transaction((transaction) -> {
			transaction.write(at("/a"), bytes("1"));
			transaction.write(at("/n"), bytes("2"));
			seen.add(read(transaction, "/a") + read(transaction, "/n"));
			transaction.delete(at("/a"));
			transaction.delete(at("/n"));
			transaction.delete(at("/absent"));
			seen.add(read(transaction, "/a") + read(transaction, "/n"));
			return seen;
		});
		assertThat(seen).containsExactly("12", "--");
		assertThat(List.of(isThere("/a"), isThere("/n"))).containsOnly(false);
	}

	@Test
	void whoIsSlowerBeginsAnew() throws Exception {
		open("/a");
		AtomicInteger calls = new AtomicInteger();
		int sum = tree(Meddlers.before("multi", 1, () -> write("/a", "200"))).<Integer>transaction((transaction) -> {
			calls.incrementAndGet();
			return add(transaction, "/a", 1);
		});
		assertThat(sum).isEqualTo(201);
		assertThat(dataAt("/a")).isEqualTo("201");
		assertThat(calls).hasValue(2);
	}

	@Test
	void whatWasOnlyReadCountsToo() throws Exception {
		open("/a", "/b");
		AtomicInteger calls = new AtomicInteger();
		tree(Meddlers.before("multi", 1, () -> write("/a", "0"))).transaction((transaction) -> {
			transaction.write(at("/b"), bytes("saw " + read(transaction, "/a")));
			return calls.incrementAndGet();
		});
		assertThat(dataAt("/b")).isEqualTo("saw 0");
		assertThat(calls).hasValue(2);
	}

	@Test
	void whatComesOrGoesInBetweenIsAConflict() throws Exception {
		open("/a");
		tree(Meddlers.before("multi", 1, () -> delete("/a"))).transaction((transaction) -> {
			transaction.write(at("/b"), bytes("saw " + read(transaction, "/a")));
			return "done";
		});
		assertThat(dataAt("/b")).isEqualTo("saw -");
		tree(Meddlers.before("multi", 1, () -> tree().create(at("/c"), bytes("5")))).transaction((transaction) -> {
			transaction.write(at("/c"), bytes(read(transaction, "/c") + "!"));
			return "done";
		});
		assertThat(dataAt("/c")).isEqualTo("5!");
	}

	@Test
	void whoIsSlowerEachTimeGivesUp() throws Exception {
		open("/a", "/b");
		ZkTree tree = tree(Meddlers.before("multi", () -> write("/a", "0")));
		assertThatExceptionOfType(TreeChangedException.class)
			.isThrownBy(() -> tree.transaction((transaction) -> add(transaction, "/b", 1) + add(transaction, "/a", 1)))
			.withMessageStartingWith("A transaction was given up at '%s' after 3 attempts", at("/a"));
		assertThat(dataAt("/b")).isEqualTo("100");
	}

	@Test
	void changesAreMadeInTheirOrder() throws Exception {
		tree().transaction((transaction) -> {
			assertThat(read(transaction, "/n/child")).isEqualTo("-");
			transaction.write(at("/n"), bytes("parent"));
			transaction.write(at("/n/child"), bytes("child"));
			return "done";
		});
		assertThat(dataAt("/n/child")).isEqualTo("child");
		tree().transaction((transaction) -> {
			assertThat(read(transaction, "/n")).isEqualTo("parent");
			transaction.delete(at("/n/child"));
			transaction.delete(at("/n"));
			return "done";
		});
		assertThat(isThere("/n")).isFalse();
	}

	@Test
	void whoThrowsWritesNothing() throws Exception {
		open("/a");
		NodeStat before = statAt("/a");
		assertThatIllegalStateException().isThrownBy(() -> tree().transaction((transaction) -> {
			add(transaction, "/a", 1);
			throw new IllegalStateException("no");
		})).withMessage("no");
		assertThat(statAt("/a")).isEqualTo(before);
	}

	@Test
	void whatTheServersRefuseIsNotTriedAgain() {
		AtomicInteger calls = new AtomicInteger();
		assertRefused(() -> tree().transaction((transaction) -> {
			transaction.write(at("/missing/child"), bytes("1"));
			return calls.incrementAndGet();
		}), ZnodeError.NO_NODE);
		assertThat(calls).hasValue(1);
	}

	@Test
	void anUnknownOutcomeIsTold() throws Exception {
		open("/a");
		assertThatExceptionOfType(OutcomeUnknownException.class)
			.isThrownBy(() -> tree(Meddlers.fate("multi", 1, Fate.ANSWER_LOST))
				.transaction((transaction) -> add(transaction, "/a", 1)));
		assertThat(dataAt("/a")).isEqualTo("101");
	}

	@Test
	void badPathsAreRefused() {
		ZkTree tree = ZkTree.on(nodes(), TreeOptions.DEFAULT.withRequiredPrefix("/zk"));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> tree.transaction((transaction) -> add(transaction, "/a", 1)));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> tree.transaction((transaction) -> transaction.read("a//b")))
			.withMessageContaining("The path 'a//b'");
	}

}
