package io.zkhelper.claim.takeover;

import java.time.Instant;

/**
 * When and why a holder has let go.
 *
 * @param at when, by the clock of who noticed
 * @param reason why, in a word of the recipe
 * @since 1.0.0
 */
public record Ending(Instant at, String reason) {
}
