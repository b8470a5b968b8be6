/**
 * Who is there: one ephemeral node for an instance, kept for as long as it wants, and
 * groups of such nodes.
 */
@NullMarked
package io.zkhelper.presence;

import org.jspecify.annotations.NullMarked;
