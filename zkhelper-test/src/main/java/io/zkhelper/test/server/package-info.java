/**
 * Real ZooKeeper servers inside the process, for tests: one, or an ensemble of three, and
 * a proxy that breaks the connection to them.
 */
@NullMarked
package io.zkhelper.test.server;

import org.jspecify.annotations.NullMarked;
