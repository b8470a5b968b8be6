/**
 * One connection for the life of an application: its sessions, the heartbeat and the
 * lease, and the two ports through which the engine reaches a server and a clock.
 */
@NullMarked
package io.zkhelper.session;

import org.jspecify.annotations.NullMarked;
