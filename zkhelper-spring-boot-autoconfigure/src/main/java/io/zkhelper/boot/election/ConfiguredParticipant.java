package io.zkhelper.boot.election;

import java.util.concurrent.ThreadLocalRandom;

import io.zkhelper.boot.autoconfigure.InvalidPropertyException;
import io.zkhelper.election.Participant;
import org.jspecify.annotations.Nullable;

/**
 * Names this instance.
 */
final class ConfiguredParticipant {

	private static final int MAX_APPLICATION_NAME = 80;

	private ConfiguredParticipant() {
	}

	static Participant of(ElectionProperties.Participant properties, String applicationName) {
		return identified(properties.id(), applicationName).withAddress(properties.address())
			.withAttributes(properties.attributes());
	}

	private static Participant identified(@Nullable String id, String applicationName) {
		if (id == null) {
			return generated(applicationName);
		}
		try {
			return Participant.of(id);
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidPropertyException("zkhelper.participant.id", id, String.valueOf(ex.getMessage()),
					"Shorten it, or remove it to have one made of application name, host and process.");
		}
	}

	// The random part tells apart two contexts of one process, and one process number
	// used again by the next container of the same name
	private static Participant generated(String applicationName) {
		Participant here = Participant.of("here");
		String application = applicationName.substring(0, Math.min(MAX_APPLICATION_NAME, applicationName.length()));
		String random = "%04x".formatted(ThreadLocalRandom.current().nextInt(0x10000));
		return Participant.of("%s-%s-%d-%s".formatted(application, here.host(), here.pid(), random));
	}

}
