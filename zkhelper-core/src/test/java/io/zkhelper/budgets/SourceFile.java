package io.zkhelper.budgets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;

/**
 * A source file of one of the modules, parsed by the compiler.
 *
 * @param path where it is, from the root of the repository
 * @param tree what the compiler read
 * @param trees the compiler's access to positions and comments
 */
record SourceFile(String path, CompilationUnitTree tree, DocTrees trees) {

	boolean isTest() {
		return this.path.contains("/src/test/");
	}

	boolean isMain() {
		return this.path.contains("/src/main/");
	}

	boolean isPublished() {
		return isMain() && this.path.startsWith("zkhelper-");
	}

	boolean isIn(String module) {
		return this.path.startsWith(module + "/");
	}

	String text() {
		try {
			return this.tree.getSourceFile().getCharContent(true).toString();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	boolean isPackageInfo() {
		return this.path.endsWith("/package-info.java");
	}

	String directory() {
		return this.path.substring(0, this.path.lastIndexOf('/'));
	}

	int lines() {
		return lineOf(this.trees.getSourcePositions().getEndPosition(this.tree, this.tree));
	}

	/**
	 * Lines between the braces.
	 */
	int linesWithin(Tree block) {
		int first = lineOf(this.trees.getSourcePositions().getStartPosition(this.tree, block));
		int last = lineOf(this.trees.getSourcePositions().getEndPosition(this.tree, block));
		return Math.max(0, last - first - 1);
	}

	int lineOf(Tree part) {
		return lineOf(this.trees.getSourcePositions().getStartPosition(this.tree, part));
	}

	List<DeclaredType> types() {
		List<DeclaredType> types = new ArrayList<>();
		new TreePathScanner<Void, Void>() {

			@Override
			public Void visitClass(ClassTree type, Void unused) {
				if (!type.getSimpleName().isEmpty()) {
					types.add(new DeclaredType(SourceFile.this, getCurrentPath()));
				}
				return super.visitClass(type, null);
			}

		}.scan(this.tree, null);
		return types;
	}

	List<DeclaredMethod> methods() {
		List<DeclaredMethod> methods = new ArrayList<>();
		new TreePathScanner<Void, Void>() {

			@Override
			public Void visitMethod(MethodTree method, Void unused) {
				methods.add(new DeclaredMethod(SourceFile.this, getCurrentPath()));
				return super.visitMethod(method, null);
			}

		}.scan(this.tree, null);
		return methods;
	}

	String commentOn(TreePath declaration) {
		String comment = this.trees.getDocComment(declaration);
		return (comment != null) ? comment : "";
	}

	private int lineOf(long position) {
		return (int) this.tree.getLineMap().getLineNumber(position);
	}

}
