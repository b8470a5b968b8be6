package io.zkhelper.test.server;

/**
 * How much of everything a server has at one moment.
 *
 * @param sessions sessions, connected or not
 * @param connections connections of clients
 * @param nodes nodes, the server's own below {@code /zookeeper} included
 * @param ephemerals nodes that go with their session
 * @param watches watches, counted once for each connection and path
 * @since 1.0.0
 */
public record ServerCounts(int sessions, int connections, int nodes, int ephemerals, int watches) {
}
