package io.zkhelper.claim;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.zkhelper.session.Answer;
import io.zkhelper.session.Moment;
import org.jspecify.annotations.Nullable;

/**
 * A node that has come into a queue.
 *
 * @param own the own node
 * @param token the transaction that made it
 * @param sent when its creation was sent, {@code null} if it was found by a search
 * @param names the names in the queue, read right behind the creation, {@code null} if
 * they were not
 */
record Arrived(Contender own, long token, @Nullable Moment sent,
		@Nullable CompletableFuture<Answer<List<String>>> names) {
}
