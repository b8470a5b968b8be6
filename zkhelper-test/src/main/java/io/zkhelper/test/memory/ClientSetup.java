package io.zkhelper.test.memory;

import io.zkhelper.session.EventLoop;
import io.zkhelper.session.HandleListener;
import io.zkhelper.session.ZkClientOptions;

/**
 * What a handle is opened with.
 */
record ClientSetup(ZkClientOptions options, HandleListener listener, EventLoop loop, Latency reconnectDelay) {
}
