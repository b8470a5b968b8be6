package io.zkhelper.election;

import io.zkhelper.claim.Payload;
import io.zkhelper.session.EventLoop;

/**
 * What takeovers of one contender have in common.
 *
 * @param loop the event loop
 * @param record the record to write
 * @param who what it will say of the holder
 * @param precaution what is done lest two hold at once
 */
record TakeoverSpec(EventLoop loop, RecordNode record, Payload who, Precaution precaution) {
}
