/**
 * The sample application.
 */
@NullMarked
package io.zkhelper.sample;

import org.jspecify.annotations.NullMarked;
