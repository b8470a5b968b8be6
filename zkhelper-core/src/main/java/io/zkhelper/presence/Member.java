package io.zkhelper.presence;

import java.time.Instant;

/**
 * Somebody who has joined a group.
 *
 * @param id names the member; unique in its group
 * @param payload what it wants others to know
 * @param since when it joined, by the clock of the servers' leader
 * @since 1.0.0
 */
public record Member(String id, String payload, Instant since) {
}
