package io.zkhelper.boot.cache;

import java.util.Optional;

import io.zkhelper.session.ZkClient;

/**
 * Says which ensemble a path is on, in an application that reads from several.
 *
 * @since 1.0.0
 */
@FunctionalInterface
public interface ZnodeRoute {

	/**
	 * Find the ensemble.
	 * @param path a valid path
	 * @return where it is, empty if it is on the application's own ensemble
	 * @throws IllegalArgumentException if it is on an ensemble that nobody knows
	 */
	Optional<Target> route(String path);

	/**
	 * Where a path leads.
	 *
	 * @param cell the name of the cell
	 * @param client the connection to its ensemble
	 * @param path the path there
	 */
	record Target(String cell, ZkClient client, String path) {
	}

}
