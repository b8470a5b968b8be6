/**
 * Auto-configuration of the fence in the database.
 */
@NullMarked
package io.zkhelper.boot.autoconfigure.fence.jdbc;

import org.jspecify.annotations.NullMarked;
