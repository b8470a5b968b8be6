package io.zkhelper.election;

import java.time.Instant;

/**
 * When and why a term has ended.
 *
 * @param at when, by the clock of who noticed
 * @param reason why
 */
record Ending(Instant at, String reason) {
}
