/**
 * Locks between processes: mutual exclusion, readers and writer, permits, several names
 * at once.
 */
@NullMarked
package io.zkhelper.lock;

import org.jspecify.annotations.NullMarked;
