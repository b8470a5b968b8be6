/**
 * A real ZooKeeper server in the application's process, for development.
 */
@NullMarked
package io.zkhelper.boot.embedded;

import org.jspecify.annotations.NullMarked;
