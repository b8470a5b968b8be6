/**
 * Auto-configuration of the connection.
 */
@NullMarked
package io.zkhelper.boot.autoconfigure;

import org.jspecify.annotations.NullMarked;
