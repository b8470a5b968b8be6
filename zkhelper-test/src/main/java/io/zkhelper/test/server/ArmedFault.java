package io.zkhelper.test.server;

import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/**
 * A fault that waits for its request.
 *
 * @param fault what is to happen
 * @param which to which request
 * @param happened completes when it has
 */
record ArmedFault(FrameFault fault, Predicate<RequestFrame> which, CompletableFuture<RequestFrame> happened) {
}
