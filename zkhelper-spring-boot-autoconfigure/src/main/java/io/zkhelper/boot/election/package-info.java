/**
 * Elections as beans, events, and methods that run on the leader only.
 */
@NullMarked
package io.zkhelper.boot.election;

import org.jspecify.annotations.NullMarked;
