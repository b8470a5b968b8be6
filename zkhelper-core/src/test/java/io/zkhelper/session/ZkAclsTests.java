package io.zkhelper.session;

import java.util.List;

import org.apache.zookeeper.ZooDefs.Ids;
import org.apache.zookeeper.ZooDefs.Perms;
import org.apache.zookeeper.data.ACL;
import org.apache.zookeeper.data.Id;
import org.apache.zookeeper.server.auth.DigestAuthenticationProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Access control lists by themselves.
 */
class ZkAclsTests {

	private static final Id SOMEBODY = new Id("digest", "somebody:x");

	@Test
	void permissionsAreThoseOfZooKeeper() {
		assertThat(ZkAcls.DIRECTORY).isEqualTo(31).isEqualTo(Perms.ALL);
		assertThat(ZkAcls.FILE).isEqualTo(19).isEqualTo(Perms.ADMIN | Perms.READ | Perms.WRITE);
		assertThat(ZkAcls.open()).isEqualTo(Ids.OPEN_ACL_UNSAFE);
		assertThat(ZkAcls.directory(ZkAcls.creator())).isEqualTo(Ids.CREATOR_ALL_ACL);
		assertThat(ZkAcls.file(ZkAcls.anyone())).containsExactly(new ACL(19, Ids.ANYONE_ID_UNSAFE));
	}

	@Test
	void digestsAreThoseOfTheServers() throws Exception {
		assertThat(ZkAcls.digest("user", "pass:word").getId())
			.isEqualTo(DigestAuthenticationProvider.generateDigest("user:pass:word"));
	}

	@Test
	void digestsWithoutUserOrPasswordAreRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> ZkAcls.digest("", "x"));
		assertThatIllegalArgumentException().isThrownBy(() -> ZkAcls.digest("a:b", "x")).withMessageContaining("'a:b'");
		assertThatIllegalArgumentException().isThrownBy(() -> ZkAcls.digest("a", ""))
			.withMessageContaining("'password'");
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, -1, 32 })
	void permissionsThatAreNoneAreRefused(int permissions) {
		assertThatIllegalArgumentException().isThrownBy(() -> ZkAcls.allow(permissions, SOMEBODY))
			.withMessageContaining("but was " + permissions);
	}

	@Test
	void nobodyIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> ZkAcls.allow(ZkAcls.FILE))
			.withMessageContaining("nobody could read");
	}

	@Test
	void directoriesMayGetChildren() {
		assertThat(ZkAcls.isDirectory(ZkAcls.open())).isTrue();
		assertThat(ZkAcls.isDirectory(ZkAcls.allow(Perms.CREATE | Perms.READ, SOMEBODY))).isTrue();
		assertThat(ZkAcls.isDirectory(ZkAcls.file(SOMEBODY))).isFalse();
		assertThat(ZkAcls.isDirectory(List.of())).isFalse();
	}

	@Test
	void allOrNothingIsNarrower() {
		assertThat(ZkAcls.allowsAllOrNothing(ZkAcls.allow(ZkAcls.DIRECTORY, SOMEBODY, ZkAcls.anyone()))).isTrue();
		assertThat(ZkAcls.allowsAllOrNothing(ZkAcls.allow(Perms.CREATE | Perms.READ, SOMEBODY))).isFalse();
		assertThat(ZkAcls.allowsAllOrNothing(List.of())).isFalse();
	}

	@Test
	void theRightToCreateCanBeTakenAway() {
		List<ACL> both = List.of(new ACL(Perms.ALL, ZkAcls.anyone()), new ACL(Perms.CREATE, SOMEBODY));
		assertThat(ZkAcls.withoutCreate(both)).containsExactly(new ACL(27, ZkAcls.anyone()));
	}

}
