package io.zkhelper.cell;

import io.zkhelper.session.ZkClient;

/**
 * Where the node of a path is.
 *
 * @param cell the cell, never {@code local}
 * @param client the connection to its ensemble
 * @param path the path of the node there, which names the cell as well
 * @since 1.0.0
 */
public record CellLocation(String cell, ZkClient client, String path) {
}
