/**
 * Lets resources refuse who led, or held a lock, in the past: at the database, and over
 * HTTP.
 */
@NullMarked
package io.zkhelper.fence;

import org.jspecify.annotations.NullMarked;
