package io.zkhelper.budgets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.JavaFileObject.Kind;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;

/**
 * The sources of all modules.
 */
final class SourceFiles {

	private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

	private SourceFiles() {
	}

	static List<SourceFile> ofAllModules() {
		Path root = root();
		try (StandardJavaFileManager files = COMPILER.getStandardFileManager(null, null, null)) {
			return parse(files, files.getJavaFileObjectsFromPaths(sources(root)), (unit) -> pathOf(root, unit));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Parse a text as the source of one type.
	 */
	static SourceFile parse(String type, String text) {
		JavaFileObject source = new SimpleJavaFileObject(URI.create("text:///" + type + ".java"), Kind.SOURCE) {

			@Override
			public String getCharContent(boolean ignoreErrors) {
				return text;
			}

		};
		try {
			return parse(null, List.of(source), (unit) -> type + ".java").get(0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static List<SourceFile> parse(JavaFileManager files, Iterable<? extends JavaFileObject> sources,
			Function<CompilationUnitTree, String> path) throws IOException {
		JavacTask task = (JavacTask) COMPILER.getTask(null, files, null, List.of("-proc:none"), null, sources);
		DocTrees trees = DocTrees.instance(task);
		return StreamSupport.stream(task.parse().spliterator(), false)
			.map((unit) -> new SourceFile(path.apply(unit), unit, trees))
			.toList();
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
