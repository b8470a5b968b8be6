package io.zkhelper.boot.guard;

import java.util.concurrent.CancellationException;
import java.util.function.Function;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Methods that return a {@code Mono} or a {@code Flux}. Each subscription is a call of
 * its own: decided when it begins, done when it ends. Asked to stop, it ends with a
 * {@link CancellationException}.
 *
 * @param conversion makes the type that the method returns
 */
record ReactiveStyle(Function<Flux<Object>, Object> conversion) implements CallStyle {

	static CallStyle of(Class<?> returnType) {
		return new ReactiveStyle((returnType == Mono.class) ? Flux::singleOrEmpty : (flux) -> flux);
	}

	@Override
	public boolean hasEmptyValue() {
		return true;
	}

	@Override
	public Object run(GuardedCall call) {
		return this.conversion.apply(Flux.defer(() -> new ReactiveCall(call).run()));
	}

}
