/**
 * Locks as a bean, and methods that run under a lock.
 */
@NullMarked
package io.zkhelper.boot.lock;

import org.jspecify.annotations.NullMarked;
