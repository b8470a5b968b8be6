/**
 * The endpoint that shows who leads.
 */
@NullMarked
package io.zkhelper.boot.actuate;

import org.jspecify.annotations.NullMarked;
