package io.zkhelper.test.simulation;

import java.time.Duration;
import java.util.Locale;

/**
 * Something that goes wrong, is put right again, or is done by a user.
 *
 * @param rest how long nothing happens before it
 * @param kind what it is
 * @param who the number of the process that it happens to
 * @param amount decides the rest: how much of it, to which server, what exactly
 */
record Incident(Duration rest, Kind kind, int who, int amount) {

	/** What can happen. */
	enum Kind {

		/** A process does something that its users may do. */
		ACT,

		/** A process freezes. */
		FREEZE,

		/** A process goes on, and its network works. */
		HEAL,

		/** All connections of a process break, and new ones are refused. */
		CUT,

		/** A process is not heard. */
		MUTE,

		/** A process hears nothing. */
		DEAFEN,

		/** A connection breaks. */
		DISCONNECT,

		/** A process goes to another server. */
		MOVE,

		/** A request or its answer is lost, and the connection with it. */
		LOSE,

		/** A wall clock is set. */
		SET_CLOCK,

		/** A server crashes, or starts again. */
		TOGGLE_SERVER,

		/** A server freezes, or goes on. */
		TOGGLE_FREEZE_OF_SERVER,

		/** The server that a process is connected to does not hear the leader. */
		CUT_FROM_LEADER,

		/** The leader of the ensemble crashes. */
		CRASH_LEADER,

		/** All servers reach each other and run. */
		HEAL_SERVERS,

		/** All servers crash, and start again. */
		RESTART_ALL,

		/** Other session timeouts are granted. */
		SET_TIMEOUTS,

		/** Somebody ends the session of who is first in line. */
		EXPIRE,

		/** Somebody deletes the node of who is first in line. */
		DELETE;

		/**
		 * Return whether it is not among the troubles that standard safety covers.
		 */
		boolean isMeddling() {
			return this == EXPIRE || this == DELETE;
		}

		/**
		 * Return whether users and operators do it in good times too.
		 */
		boolean isCalm() {
			return this == ACT;
		}

	}

	@Override
	public String toString() {
		return "after %d ms: process %d %s (%d)".formatted(this.rest.toMillis(), this.who,
				this.kind.name().toLowerCase(Locale.ENGLISH).replace('_', ' '), this.amount);
	}

}
