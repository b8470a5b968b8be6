/**
 * Cells: several ensembles by name.
 */
@NullMarked
package io.zkhelper.boot.cell;

import org.jspecify.annotations.NullMarked;
