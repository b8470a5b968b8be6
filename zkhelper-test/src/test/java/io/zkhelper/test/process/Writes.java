package io.zkhelper.test.process;

import io.zkhelper.claim.FencingToken;

/**
 * What became of the fenced writes of one process with one token.
 *
 * @param process the process
 * @param token the token
 * @param accepted how many were accepted
 * @param refused how many were refused
 * @param breaches how many were refused though the process still led in that term
 * afterwards
 * @param span when they were accepted
 */
record Writes(String process, FencingToken token, long accepted, long refused, long breaches, Span span) {

	/**
	 * Surely the last of these was accepted after the first of those.
	 */
	boolean lastAfterFirstOf(Writes other) {
		return this.accepted > 0 && other.accepted > 0 && this.span.lastBefore > other.span.firstAfter;
	}

	/**
	 * When writes were accepted.
	 *
	 * @param firstAfter the stamp after the first one
	 * @param lastBefore the stamp before the last one
	 */
	record Span(long firstAfter, long lastBefore) {
	}

}
