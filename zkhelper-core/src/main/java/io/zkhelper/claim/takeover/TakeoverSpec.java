package io.zkhelper.claim.takeover;

import io.zkhelper.claim.Payload;
import io.zkhelper.session.EventLoop;

/**
 * What takeovers of one contender have in common.
 *
 * @param loop the event loop
 * @param record the record to write
 * @param who what it will say of the holder
 * @param precaution what is done lest two hold at once
 * @since 1.0.0
 */
public record TakeoverSpec(EventLoop loop, RecordNode record, Payload who, Precaution precaution) {
}
