/**
 * A read cache of nodes: answers from memory, and goes on answering, marked as stale,
 * while there are no servers; in process, and over HTTP for processes without a session.
 */
@NullMarked
package io.zkhelper.cache;

import org.jspecify.annotations.NullMarked;
