package io.zkhelper.test.contract;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.zkhelper.session.Change;
import io.zkhelper.session.NodeKind;

/**
 * Requests at random, about few nodes so that they meet: the same seed gives the same
 * ones.
 */
final class RandomScript {

	private static final List<String> NAMES = List.of("/a", "/a", "/b", "/c", "/a/x", "/a/y", "/b/x", "/a/s-", "/s-",
			"/a/s-0000000000", "/a/s-0000000001", "/a/s-0000000002", "/s-0000000001", "/s-0000000003", "/a/x/deep");

	private final Random random;

	private final String root;

	RandomScript(long seed) {
		this.random = new Random(seed);
		this.root = "/play-" + seed;
	}

	String root() {
		return this.root;
	}

	int actor() {
		return this.random.nextInt(2);
	}

	boolean closesASession() {
		return this.random.nextInt(4) == 0;
	}

	List<Request> batch() {
		return some(1 + this.random.nextInt(5), this::request);
	}

	private Request request() {
		int choice = this.random.nextInt(20);
		if (choice < 8) {
			return new Request(Request.Kind.CREATE, path(), List.of(create()));
		}
		if (choice < 11) {
			return new Request(Request.Kind.DELETE, path(), List.of(delete()));
		}
		if (choice < 15) {
			return new Request(Request.Kind.MULTI, this.root, some(1 + this.random.nextInt(4), this::change));
		}
		Request.Kind[] reads = { Request.Kind.READ, Request.Kind.LIST, Request.Kind.WATCH, Request.Kind.WATCH_CHILDREN,
				Request.Kind.SYNC };
		return new Request(reads[choice - 15], path(), List.of());
	}

	private Change change() {
		return switch (this.random.nextInt(5)) {
			case 0 -> create();
			case 1 -> delete();
			case 2 -> new Change.Check(path(), version());
			default -> new Change.SetData(path(), Actor.bytes("set" + this.random.nextInt(9)), version());
		};
	}

	private Change.Create create() {
		NodeKind[] kinds = NodeKind.values();
		return new Change.Create(path(), Actor.bytes("new"), kinds[this.random.nextInt(kinds.length)]);
	}

	private Change.Delete delete() {
		return new Change.Delete(path(), version());
	}

	private String path() {
		return this.root + NAMES.get(this.random.nextInt(NAMES.size()));
	}

	private int version() {
		return this.random.nextBoolean() ? Change.ANY_VERSION : this.random.nextInt(3);
	}

	private static <T> List<T> some(int count, Supplier<T> supplier) {
		return Stream.generate(supplier).limit(count).toList();
	}

	/**
	 * A request that has not been sent yet.
	 */
	record Request(Kind kind, String path, List<Change> changes) {

		enum Kind {

			CREATE, DELETE, MULTI, READ, LIST, WATCH, WATCH_CHILDREN, SYNC

		}

		@Override
		public String toString() {
			return this.changes.isEmpty() ? this.kind + " " + this.path
					: this.kind + " " + this.changes.stream().map(Request::describe).toList();
		}

		private static String describe(Change change) {
			return (change instanceof Change.Create create) ? "create %s %s".formatted(create.path(), create.kind())
					: (change instanceof Change.SetData set) ? "set %s %d".formatted(set.path(), set.version())
							: change.toString();
		}

	}

}
