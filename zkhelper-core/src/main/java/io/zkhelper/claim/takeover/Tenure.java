package io.zkhelper.claim.takeover;

import java.time.Instant;

import io.zkhelper.claim.Payload;

/**
 * Who holds, and since when.
 *
 * @param who what the recipe says of the holder
 * @param since when that was granted, by the holder's clock
 * @since 1.0.0
 */
public record Tenure(Payload who, Instant since) {
}
