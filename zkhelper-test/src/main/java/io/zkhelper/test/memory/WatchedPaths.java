package io.zkhelper.test.memory;

import java.util.List;

/**
 * What a client watches when it reconnects.
 *
 * @param zxid the last transaction of which it has heard
 * @param data the nodes that it watches
 * @param absent the nodes for which it waits
 * @param children the nodes whose children it watches
 */
record WatchedPaths(long zxid, List<String> data, List<String> absent, List<String> children) {
}
