/**
 * Time that passes only when a test lets it: event loops whose clocks run apart, stop and
 * jump, and which can be frozen like processes.
 */
@NullMarked
package io.zkhelper.test.time;

import org.jspecify.annotations.NullMarked;
