package io.zkhelper.test.contract;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.zkhelper.session.Change;
import io.zkhelper.session.NodeKind;
import org.apache.zookeeper.ZooDefs.Ids;
import org.apache.zookeeper.ZooDefs.Perms;
import org.apache.zookeeper.data.ACL;
import org.apache.zookeeper.data.Id;

/**
 * Requests at random, about few nodes so that they meet: the same seed gives the same
 * ones.
 */
final class RandomScript {

	private static final List<String> NAMES = List.of("/a", "/a", "/b", "/c", "/a/x", "/a/y", "/b/x", "/a/s-", "/s-",
			"/a/s-0000000000", "/a/s-0000000001", "/a/s-0000000002", "/s-0000000001", "/s-0000000003", "/a/x/deep");

	// Nobody has all rights by most of them, so that what comes later is refused or not
	private static final List<List<ACL>> ACLS = List.of(Ids.OPEN_ACL_UNSAFE, Ids.OPEN_ACL_UNSAFE, List.of(),
			acl(Perms.ALL & ~Perms.CREATE), acl(Perms.ALL & ~Perms.DELETE), acl(Perms.ALL & ~Perms.WRITE),
			acl(Perms.ADMIN | Perms.CREATE), acl(Perms.ALL & ~Perms.ADMIN),
			List.of(new ACL(Perms.READ, Ids.ANYONE_ID_UNSAFE), new ACL(Perms.ADMIN, Ids.ANYONE_ID_UNSAFE)),
			List.of(new ACL(Perms.ALL, new Id("nobody", "x"))));

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
		List<Request> requests = some(1 + this.random.nextInt(5), this::request);
		int newAcl = requests.stream().map(Request::kind).toList().indexOf(Request.Kind.SET_ACL);
		// Until a new list is committed, the real server goes on checking with the old
		// one
		return (newAcl < 0) ? requests : requests.subList(0, newAcl + 1);
	}

	private Request request() {
		int choice = this.random.nextInt(25);
		if (choice < 8) {
			return new Request(Request.Kind.CREATE, path(), List.of(create()));
		}
		if (choice < 11) {
			return new Request(Request.Kind.DELETE, path(), List.of(delete()));
		}
		if (choice < 15) {
			return new Request(Request.Kind.MULTI, this.root, some(1 + this.random.nextInt(4), this::change));
		}
		if (choice < 17) {
			return new Request(Request.Kind.SET_ACL, path(), List.of(), newAcl());
		}
		Request.Kind[] reads = { Request.Kind.READ, Request.Kind.LIST, Request.Kind.WATCH, Request.Kind.WATCH_CHILDREN,
				Request.Kind.SYNC, Request.Kind.EXISTS, Request.Kind.WATCH_EXISTENCE, Request.Kind.READ_ACL };
		return new Request(reads[choice - 17], path(), List.of());
	}

	private NewAcl newAcl() {
		return new NewAcl(ACLS.get(this.random.nextInt(ACLS.size())), version());
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

	private static List<ACL> acl(int permissions) {
		return List.of(new ACL(permissions, Ids.ANYONE_ID_UNSAFE));
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
	record Request(Kind kind, String path, List<Change> changes, NewAcl newAcl) {

		Request(Kind kind, String path, List<Change> changes) {
			this(kind, path, changes, NewAcl.NONE);
		}

		enum Kind {

			CREATE, DELETE, MULTI, READ, LIST, WATCH, WATCH_CHILDREN, SYNC, EXISTS, WATCH_EXISTENCE, READ_ACL, SET_ACL

		}

		@Override
		public String toString() {
			return (this.kind == Kind.SET_ACL) ? "SET_ACL %s %s".formatted(this.path, this.newAcl)
					: this.changes.isEmpty() ? this.kind + " " + this.path
							: this.kind + " " + this.changes.stream().map(Request::describe).toList();
		}

		private static String describe(Change change) {
			return (change instanceof Change.Create create) ? "create %s %s".formatted(create.path(), create.kind())
					: (change instanceof Change.SetData set) ? "set %s %d".formatted(set.path(), set.version())
							: change.toString();
		}

	}

	/**
	 * What an access control list is to be replaced by.
	 */
	record NewAcl(List<ACL> acl, int version) {

		static final NewAcl NONE = new NewAcl(List.of(), 0);

	}

}
