/**
 * Connections to ZooKeeper containers.
 */
@NullMarked
package io.zkhelper.boot.testcontainers;

import org.jspecify.annotations.NullMarked;
