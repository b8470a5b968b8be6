/**
 * A fence in the database, for Spring's transactions.
 */
@NullMarked
package io.zkhelper.boot.fence.jdbc;

import org.jspecify.annotations.NullMarked;
