/**
 * Auto-configuration of meters.
 */
@NullMarked
package io.zkhelper.boot.autoconfigure.metrics;

import org.jspecify.annotations.NullMarked;
