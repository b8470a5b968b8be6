/**
 * The read cache as a bean, and what of it others may read.
 */
@NullMarked
package io.zkhelper.boot.cache;

import org.jspecify.annotations.NullMarked;
