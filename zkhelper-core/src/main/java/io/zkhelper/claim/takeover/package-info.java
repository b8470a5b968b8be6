/**
 * The way from being first in a queue to holding, by a record that outlives the holder:
 * so that who comes after a holder that went without releasing waits until it is over for
 * sure. For elections, and for locks in strict mode.
 */
@NullMarked
package io.zkhelper.claim.takeover;

import org.jspecify.annotations.NullMarked;
