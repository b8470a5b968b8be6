/**
 * Tests of the sample application.
 */
@NullMarked
package io.zkhelper.sample;

import org.jspecify.annotations.NullMarked;
