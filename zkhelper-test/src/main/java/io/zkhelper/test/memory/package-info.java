/**
 * A simulation of ZooKeeper in memory, on virtual or on real time, whose connections
 * break when a test says so.
 */
@NullMarked
package io.zkhelper.test.memory;

import org.jspecify.annotations.NullMarked;
