package io.zkhelper.boot.lock;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import io.zkhelper.boot.guard.Gate;
import io.zkhelper.boot.guard.GuardKind;
import io.zkhelper.boot.guard.InvalidGuardException;
import io.zkhelper.cell.CellPath;
import io.zkhelper.lock.DistributedLocks;
import io.zkhelper.lock.HeldLock;
import io.zkhelper.lock.LockOptions;

import org.springframework.boot.convert.DurationStyle;
import org.springframework.util.ClassUtils;

/**
 * What {@link DistributedLocked} means.
 *
 * @param locks finds the locks of a cell, of none if it is empty; not asked before the
 * first call
 * @param hasDefault whether there are locks for those that name no cell
 */
record LockKind(Function<String, DistributedLocks> locks,
		BooleanSupplier hasDefault) implements GuardKind<DistributedLocked> {

	@Override
	public Class<DistributedLocked> annotation() {
		return DistributedLocked.class;
	}

	@Override
	public Class<? extends Enum<?>> choice() {
		return OnBusy.class;
	}

	@Override
	public Class<?> parameter() {
		return HeldLock.class;
	}

	@Override
	public Gate read(DistributedLocked annotation, Method method, UnaryOperator<String> placeholders) {
		LockName name = LockName.parse(placeholders.apply(annotation.value()), method);
		Duration waitFor = waitFor(placeholders.apply(annotation.waitFor()), method);
		LockOptions options = LockOptions.DEFAULT.withSafety(annotation.safety())
			.withTemplate(annotation.value())
			.withDescription(ClassUtils.getShortName(method.getDeclaringClass()) + "." + method.getName());
		String cell = cell(placeholders.apply(annotation.cell()), method);
		return new LockGate(annotation, name, waitFor, options, () -> this.locks.apply(cell));
	}

	private String cell(String cell, Method method) {
		if (cell.isEmpty() && !this.hasDefault.getAsBoolean()) {
			throw new InvalidGuardException(DistributedLocked.class, method,
					"it names no cell, and 'zkhelper.connect-string' is not set",
					"Name a cell, such as cell = \"local\", or set 'zkhelper.connect-string' to the ensemble of all that names none.");
		}
		try {
			return cell.isEmpty() ? cell : CellPath.parse(CellPath.TOP + "/" + cell).cell();
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidGuardException(DistributedLocked.class, method,
					"its cell can't be the name of one: '%s'".formatted(cell),
					"Name a cell of 'zkhelper.cells.connect-strings', or none for the default ensemble.");
		}
	}

	private static Duration waitFor(String text, Method method) {
		try {
			Duration waitFor = DurationStyle.detectAndParse(text);
			if (!waitFor.isNegative()) {
				return waitFor;
			}
		}
		catch (IllegalArgumentException ex) {
			// Said below, in the words of the annotation
		}
		throw new InvalidGuardException(DistributedLocked.class, method,
				"its waitFor is no duration: '%s'".formatted(text),
				"Write it as 10s, 500ms or PT10S, or as 0s for a single look.");
	}

}
