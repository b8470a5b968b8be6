package io.zkhelper.boot.actuate;

import java.util.List;
import java.util.stream.IntStream;

import io.zkhelper.election.Participant;

/**
 * Who takes part in an election.
 *
 * @param id names the participant
 * @param position its place in the queue, from 0 on
 * @param leader whether it leads
 * @param self whether it is this instance
 */
record ParticipantDescriptor(String id, int position, boolean leader, boolean self) {

	static List<ParticipantDescriptor> listOf(List<Participant> participants, String leader, String self) {
		return IntStream.range(0, participants.size())
			.mapToObj((position) -> of(participants.get(position).id(), position, leader, self))
			.toList();
	}

	private static ParticipantDescriptor of(String id, int position, String leader, String self) {
		return new ParticipantDescriptor(id, position, id.equals(leader), id.equals(self));
	}

}
