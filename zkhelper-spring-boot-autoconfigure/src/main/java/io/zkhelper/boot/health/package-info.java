/**
 * Health of the session and of the elections.
 */
@NullMarked
package io.zkhelper.boot.health;

import org.jspecify.annotations.NullMarked;
