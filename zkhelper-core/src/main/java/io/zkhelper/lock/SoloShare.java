package io.zkhelper.lock;

import java.util.List;
import java.util.stream.Stream;

import io.zkhelper.lock.LocalLock.Kind;

/**
 * What part of a lock somebody asks for.
 *
 * @param kind the kind of the lock
 * @param wanted how many permits are wanted, one for all but semaphores
 * @param permits how many there are
 */
record SoloShare(Kind kind, int wanted, int permits) {

	static SoloShare of(Kind kind) {
		return new SoloShare(kind, 1, 1);
	}

	/**
	 * Return whether it is to be had by who stands behind these, whether they have theirs
	 * already or wait for it: nobody passes anybody.
	 */
	boolean fitsBehind(List<SoloShare> ahead) {
		return switch (this.kind) {
			case EXCLUSIVE, WRITE -> ahead.isEmpty();
			case READ -> areAll(Kind.READ, ahead);
			case SEMAPHORE -> areAll(Kind.SEMAPHORE, ahead) && isLeftBy(ahead);
		};
	}

	private static boolean areAll(Kind kind, List<SoloShare> shares) {
		return shares.stream().allMatch((share) -> share.kind == kind);
	}

	private boolean isLeftBy(List<SoloShare> ahead) {
		int fewest = Stream.concat(Stream.of(this), ahead.stream()).mapToInt(SoloShare::permits).min().orElseThrow();
		return ahead.stream().mapToLong(SoloShare::wanted).sum() + this.wanted <= fewest;
	}

}
