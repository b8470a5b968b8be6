/**
 * Fencing tokens in requests: sent by clients, and checked by servers.
 */
@NullMarked
package io.zkhelper.boot.fence.web;

import org.jspecify.annotations.NullMarked;
