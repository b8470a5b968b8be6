package io.zkhelper.test.lock;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import io.zkhelper.claim.FencingToken;
import io.zkhelper.lock.LockOptions;
import io.zkhelper.lock.LockTimeoutException;
import io.zkhelper.lock.NodeNaming;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * What a lock of many readers or one writer does, on any servers.
 */
abstract class ReadWriteLockContract extends SharedLockContract {

	@Test
	void aWriterWaitsForAllReaders() {
		Wish first = hold(peer().read());
		Wish second = hold(peer().read());
		Wish writer = ask(peer().write());
		first.close();
		assertWaits(writer);
		second.close();
		awaitHeld(writer);
	}

	@Test
	void aWriterIsAlone() {
		Wish first = hold(peer().write());
		Wish second = ask(peer().write());
		Wish reader = ask(peer().read());
		assertWaits(second, reader);
		first.close();
		awaitHeld(second);
		assertWaits(reader);
	}

	@Test
	void readersNextToEachOtherGoTogetherAndNobodyPassesAWriter() {
		List<Wish> wishes = List.of(ask(peer().read()), ask(peer().write()), ask(peer().read()), ask(peer().read()),
				ask(peer().write()), ask(peer().read()));
		assertWave(wishes, 0, 1);
		assertWave(wishes, 1, 2);
		assertWave(wishes, 2, 4);
		assertWave(wishes, 4, 5);
		assertWave(wishes, 5, 6);
		assertNobodyLeft();
	}

	@Test
	void aWriterGetsInThoughThereIsAlwaysAReader() {
		Wish reader = hold(peer().read());
		Wish writer = ask(peer().write());
		Wish next = ask(peer().read());
		assertWaits(writer, next);
		reader.close();
		awaitHeld(writer);
		assertWaits(next);
		writer.close();
		awaitHeld(next);
	}

	@Test
	void aReaderGetsInThoughThereIsAlwaysAWriter() {
		Wish writer = hold(peer().write());
		Wish reader = ask(peer().read());
		Wish next = ask(peer().write());
		writer.close();
		awaitHeld(reader);
		assertWaits(next);
	}

	@Test
	@DisplayName("TD-19 no reader is in together with a writer, whoever asks when")
	void random() {
		playAtRandom(4711);
	}

	void playAtRandom(long seed) {
		Random random = new Random(seed);
		List<Peer> peers = Stream.generate(this::peer).limit(5).toList();
		List<Wish> readers = new ArrayList<>();
		List<Wish> writers = new ArrayList<>();
		for (int i = 0; i < 60; i++) {
			Peer peer = peers.get(random.nextInt(peers.size()));
			switch (random.nextInt(4)) {
				case 0, 1 -> readers.add(Wish.of(peer.read()));
				case 2 -> writers.add(Wish.of(peer.write()));
				default -> closeOne(readers, writers);
			}
			servers().during(Duration.ofMillis(random.nextInt(8)), "no reader is in together with a writer",
					() -> isOrderly(readers, writers));
		}
		while (!readers.isEmpty() || !writers.isEmpty()) {
			servers().await("somebody is in", () -> anyHolds(readers) || anyHolds(writers));
			assertThat(isOrderly(readers, writers)).isTrue();
			closeOne(readers, writers);
		}
		assertNobodyLeft();
	}

	private static void closeOne(List<Wish> readers, List<Wish> writers) {
		List<Wish> from = anyHolds(readers) ? readers : writers;
		from.stream().filter(Wish::holds).findFirst().ifPresent((holder) -> {
			from.remove(holder);
			holder.close();
		});
	}

	private static boolean anyHolds(List<Wish> wishes) {
		return wishes.stream().anyMatch(Wish::holds);
	}

	private static boolean isOrderly(List<Wish> readers, List<Wish> writers) {
		long in = writers.stream().filter(Wish::holds).count();
		return in == 0 || (in == 1 && !anyHolds(readers));
	}

	@Test
	void tokensGrowFromReadersToWritersAndBack() {
		Peer peer = peer();
		List<Wish> wishes = List.of(hold(peer.read()), hold(peer.read()), hold(peer().read()), ask(peer().write()),
				ask(peer().read()));
		List<FencingToken> tokens = new ArrayList<>();
		for (Wish wish : wishes) {
			awaitHeld(wish);
			tokens.add(wish.held().token());
			wish.close();
		}
		assertThat(tokens).isSorted().doesNotHaveDuplicates();
	}

	@Test
	void whoAsksForNoTimeGetsInBesideReadersOnly() {
		Wish reader = hold(peer().read());
		Wish beside = Wish.of(peer().read(), Duration.ZERO);
		awaitHeld(reader, beside);
		Wish writer = ask(peer().write());
		Wish late = Wish.of(peer().read(), Duration.ZERO);
		servers().await("a refusal", late::isOver);
		assertThat(late.failure()).isInstanceOf(LockTimeoutException.class);
		servers().await("it has left", () -> queue().size() == 3);
		assertThat(writer.isOver()).isFalse();
	}

	@Test
	void aWriterThatGivesUpLetsReadersIn() {
		Wish reader = hold(peer().read());
		Wish writer = ask(peer().write());
		Wish next = ask(peer().read());
		assertWaits(next);
		writer.giveUp();
		awaitHeld(reader, next);
		servers().await("the writer has left", () -> queue().size() == 2);
	}

	@Test
	void aWriterThatHasWaitedLongEnoughLetsReadersIn() {
		Wish reader = hold(peer().read());
		Wish writer = Wish.of(peer().write(), Duration.ofMillis(400));
		servers().await("it waits", () -> queue().size() == 2);
		Wish next = ask(peer().read());
		servers().await("it has waited", writer::isOver);
		assertThat(writer.failure()).isInstanceOfSatisfying(LockTimeoutException.class,
				(ex) -> assertThat(ex.ahead()).isEqualTo(1));
		awaitHeld(reader, next);
	}

	@Test
	void locksOfAllKindsOfOneNameStandInOneQueue() {
		List<Wish> wishes = List.of(ask(peer().read()), ask(peer().mutex()), ask(peer().read()),
				ask(peer().semaphore(2)), ask(peer().write()), ask(peer().semaphore(2)), ask(peer().semaphore(2)));
		assertWave(wishes, 0, 1);
		assertWave(wishes, 1, 2);
		assertWave(wishes, 2, 3);
		assertWave(wishes, 3, 4);
		assertWave(wishes, 4, 5);
		assertWave(wishes, 5, 7);
		assertNobodyLeft();
	}

	@Test
	void namesThatDoNotTellReadersFromWritersAreRefused() {
		LockOptions plain = LockOptions.DEFAULT.withNaming(NodeNaming.PLAIN);
		assertThatIllegalArgumentException().isThrownBy(() -> peer().locks().readWrite("ledger", plain))
			.withMessageContaining("PLAIN");
	}

}
