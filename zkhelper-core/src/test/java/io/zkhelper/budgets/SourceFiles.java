package io.zkhelper.budgets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;

/**
 * The sources of all modules.
 */
final class SourceFiles {

	private SourceFiles() {
	}

	static List<SourceFile> ofAllModules() {
		Path root = root();
		JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
			JavacTask task = (JavacTask) compiler.getTask(null, files, null, List.of("-proc:none"), null,
					files.getJavaFileObjectsFromPaths(sources(root)));
			DocTrees trees = DocTrees.instance(task);
			return StreamSupport.stream(task.parse().spliterator(), false)
				.map((unit) -> new SourceFile(pathOf(root, unit), unit, trees))
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String pathOf(Path root, CompilationUnitTree unit) {
		return root.relativize(Path.of(unit.getSourceFile().toUri())).toString().replace('\\', '/');
	}

	private static List<Path> sources(Path root) throws IOException {
		try (Stream<Path> modules = Files.list(root)) {
			return modules.map((module) -> module.resolve("src"))
				.filter(Files::isDirectory)
				.flatMap(SourceFiles::sourcesBelow)
				.sorted()
				.toList();
		}
	}

	private static Stream<Path> sourcesBelow(Path directory) {
		try (Stream<Path> files = Files.walk(directory)) {
			return files.filter((file) -> file.toString().endsWith(".java")).toList().stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static Path root() {
		Path directory = Path.of("").toAbsolutePath();
		while (!Files.exists(directory.resolve("mvnw"))) {
			directory = directory.getParent();
		}
		return directory;
	}

}
