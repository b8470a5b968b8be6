/**
 * Auto-configuration of fencing tokens in requests.
 */
@NullMarked
package io.zkhelper.boot.autoconfigure.fence.web;

import org.jspecify.annotations.NullMarked;
