/**
 * What annotations that guard methods have in common: proxies, skipped calls, and calls
 * that go on after the method has returned.
 */
@NullMarked
package io.zkhelper.boot.guard;

import org.jspecify.annotations.NullMarked;
