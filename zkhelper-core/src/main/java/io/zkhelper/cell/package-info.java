/**
 * Several ensembles: cells that are told apart by the first name of a path, and mirrors
 * that hold the same nodes.
 */
@NullMarked
package io.zkhelper.cell;

import org.jspecify.annotations.NullMarked;
