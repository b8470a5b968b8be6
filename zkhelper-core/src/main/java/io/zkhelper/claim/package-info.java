/**
 * The one queue recipe: join, wait, hold and let go. Elections and locks are faces of it.
 */
@NullMarked
package io.zkhelper.claim;

import org.jspecify.annotations.NullMarked;
