/**
 * Locks beside those of Curator and beside the raw ZooKeeper client.
 */
@NullMarked
package io.zkhelper.benchmarks;

import org.jspecify.annotations.NullMarked;
