/**
 * What ZooKeeper's own classes may log.
 */
@NullMarked
package io.zkhelper.boot.logging;

import org.jspecify.annotations.NullMarked;
