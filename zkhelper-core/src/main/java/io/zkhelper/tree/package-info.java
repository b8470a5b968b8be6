/**
 * Many nodes at a time: subtrees, wildcards, and changes that start over when others were
 * faster.
 */
@NullMarked
package io.zkhelper.tree;

import org.jspecify.annotations.NullMarked;
