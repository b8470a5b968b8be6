package io.zkhelper.cell;

import java.util.Optional;

import io.zkhelper.session.SessionView;

/**
 * How the connection to a cell stands, from memory.
 *
 * @param cell the cell
 * @param connectString where its ensemble is
 * @param session the connection, empty if nobody has asked for it yet
 * @since 1.0.0
 */
public record CellView(String cell, String connectString, Optional<SessionView> session) {
}
