/**
 * Meters of elections, guarded methods and the session.
 */
@NullMarked
package io.zkhelper.boot.metrics;

import org.jspecify.annotations.NullMarked;
