package io.zkhelper.boot.election;

import java.lang.reflect.Method;

import io.zkhelper.boot.guard.Attempt;
import io.zkhelper.boot.guard.Gate;
import org.jspecify.annotations.Nullable;

/**
 * Lets calls of a method through while this instance leads.
 *
 * @param annotation what the method asks for
 * @param election the name of the election, empty for the default one
 * @param method the method
 * @param kind knows what calls need
 */
record LeaderGate(LeaderOnly annotation, String election, Method method, LeaderKind kind) implements Gate {

	@Override
	public boolean isThrowing() {
		return this.annotation.onSkip() == OnSkip.THROW;
	}

	@Override
	public String fallbackMethod() {
		return this.annotation.fallbackMethod();
	}

	@Override
	public void used() {
		this.kind.references().getObject().add(this.election);
	}

	@Override
	public Attempt attempt(@Nullable Object[] arguments) {
		return new LeaderAttempt(this, this.kind.context(), this.kind.context().election(this.election));
	}

}
