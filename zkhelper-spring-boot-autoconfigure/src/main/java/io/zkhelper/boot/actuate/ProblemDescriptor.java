package io.zkhelper.boot.actuate;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * Why a request was not served.
 *
 * @param status the HTTP status
 * @param message what is wrong
 */
record ProblemDescriptor(int status, @Nullable String message) implements OperationResponseBody {
}
