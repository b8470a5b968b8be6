/**
 * Auto-configuration of the embedded server.
 */
@NullMarked
package io.zkhelper.boot.autoconfigure.embedded;

import org.jspecify.annotations.NullMarked;
