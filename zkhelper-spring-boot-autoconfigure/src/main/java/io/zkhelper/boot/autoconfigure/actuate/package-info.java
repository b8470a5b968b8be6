/**
 * Auto-configuration of the endpoint.
 */
@NullMarked
package io.zkhelper.boot.autoconfigure.actuate;

import org.jspecify.annotations.NullMarked;
