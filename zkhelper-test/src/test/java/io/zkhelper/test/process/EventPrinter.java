package io.zkhelper.test.process;

import java.io.PrintStream;

import io.zkhelper.election.Leadership;
import io.zkhelper.election.LeadershipListener;
import io.zkhelper.election.LossReason;

/**
 * Prints what a listener is told, a line for each event.
 */
record EventPrinter(PrintStream output) implements LeadershipListener {

	@Override
	public void onGranted(Leadership leadership) {
		this.output.println(Event.line(Event.Kind.GRANTED, Term.of(leadership), "-"));
	}

	@Override
	public void onRevoked(Leadership leadership, LossReason reason) {
		this.output.println(Event.line(Event.Kind.REVOKED, Term.of(leadership), reason.name()));
	}

}
