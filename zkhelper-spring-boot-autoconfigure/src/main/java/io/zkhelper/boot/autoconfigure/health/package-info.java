/**
 * Auto-configuration of health.
 */
@NullMarked
package io.zkhelper.boot.autoconfigure.health;

import org.jspecify.annotations.NullMarked;
