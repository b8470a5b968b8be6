package io.zkhelper.presence;

import java.time.Instant;

/**
 * How a presence stands, read from memory.
 *
 * @param state where it stands
 * @param since since when, by the clock of this machine
 * @param detail what stands in its way, empty if nothing does
 * @since 1.0.0
 */
public record PresenceView(PresenceState state, Instant since, String detail) {
}
