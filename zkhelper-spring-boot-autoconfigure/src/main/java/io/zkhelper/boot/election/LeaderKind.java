package io.zkhelper.boot.election;

import java.lang.reflect.Method;
import java.util.function.UnaryOperator;

import io.zkhelper.boot.guard.Gate;
import io.zkhelper.boot.guard.GuardKind;
import io.zkhelper.boot.guard.InvalidGuardException;
import io.zkhelper.election.Leadership;
import io.zkhelper.session.Paths;

import org.springframework.beans.factory.ObjectProvider;

/**
 * What {@link LeaderOnly} means.
 *
 * @param context what calls need
 * @param references is told which elections are meant
 */
record LeaderKind(CallContext context, ObjectProvider<ElectionReferences> references) implements GuardKind<LeaderOnly> {

	@Override
	public Class<LeaderOnly> annotation() {
		return LeaderOnly.class;
	}

	@Override
	public Class<? extends Enum<?>> choice() {
		return OnSkip.class;
	}

	@Override
	public Class<?> parameter() {
		return Leadership.class;
	}

	@Override
	public Gate read(LeaderOnly annotation, Method method, UnaryOperator<String> placeholders) {
		String election = placeholders.apply(annotation.value());
		if (!annotation.value().isEmpty()) {
			requireName(election, method);
		}
		return new LeaderGate(annotation, election, method, this);
	}

	private static void requireName(String name, Method method) {
		try {
			Paths.segment("an election", name);
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidGuardException(LeaderOnly.class, method, String.valueOf(ex.getMessage()),
					"Name the election with 1 to %d bytes, such as \"reports\"; without a name it is the default one."
						.formatted(Paths.MAX_NAME_BYTES));
		}
	}

}
