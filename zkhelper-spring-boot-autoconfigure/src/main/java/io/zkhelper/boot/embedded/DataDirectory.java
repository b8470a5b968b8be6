package io.zkhelper.boot.embedded;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A directory that belongs to this user alone. The one for temporary files is open to
 * everybody: somebody else may have been there first, with a directory or a link of the
 * same name.
 */
final class DataDirectory {

	private static final Set<PosixFilePermission> PRIVATE = PosixFilePermissions.fromString("rwx------");

	private DataDirectory() {
	}

	/**
	 * Make a directory with mode 0700; its parent as well when that is new, or lies in
	 * the directory for temporary files.
	 */
	static Path prepare(Path directory) {
		Path path = directory.toAbsolutePath().normalize();
		try {
			Path parent = path.getParent();
			if (parent != null && concernsUs(parent)) {
				Files.createDirectories(parent.getParent());
				prepareOne(parent);
			}
			prepareOne(path);
			return path;
		}
		catch (IOException ex) {
			throw refuse(path, "can't be used (" + ex + ")", ex);
		}
	}

	// The parent in the default path; a directory of the user's choice lies where it lies
	private static boolean concernsUs(Path parent) {
		Path temporary = Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath().normalize();
		return temporary.equals(parent.getParent()) || Files.notExists(parent, LinkOption.NOFOLLOW_LINKS);
	}

	private static void prepareOne(Path directory) throws IOException {
		create(directory);
		if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
			throw refuse(directory, "is a link or a file, not a directory", null);
		}
		UserPrincipal owner = Files.getOwner(directory, LinkOption.NOFOLLOW_LINKS);
		if (!owner.equals(self())) {
			throw refuse(directory, "belongs to '%s', not to the user of this process".formatted(owner.getName()),
					null);
		}
		if (isPosix(directory) && !PRIVATE.equals(Files.getPosixFilePermissions(directory))) {
			Files.setPosixFilePermissions(directory, PRIVATE);
		}
	}

	private static void create(Path directory) throws IOException {
		FileAttribute<?>[] mode = isPosix(directory)
				? new FileAttribute<?>[] { PosixFilePermissions.asFileAttribute(PRIVATE) } : new FileAttribute<?>[0];
		try {
			Files.createDirectory(directory, mode);
		}
		catch (FileAlreadyExistsException ex) {
			// The checks that follow are for this case
		}
	}

	private static boolean isPosix(Path path) {
		return path.getFileSystem().supportedFileAttributeViews().contains("posix");
	}

	// Not by name: the user of a container need not have one
	private static UserPrincipal self() throws IOException {
		Path probe = Files.createTempFile("zkhelper", ".owner");
		try {
			return Files.getOwner(probe);
		}
		finally {
			Files.delete(probe);
		}
	}

	private static EmbeddedServerUnavailableException refuse(Path directory, String what, @Nullable Throwable cause) {
		return new EmbeddedServerUnavailableException(
				"The embedded ZooKeeper server keeps its data in '%s', but that %s".formatted(directory, what),
				"Remove it, or set zkhelper.embedded.data-dir to a directory that belongs to the user of this process.",
				cause);
	}

}
