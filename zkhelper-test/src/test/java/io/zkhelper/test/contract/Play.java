package io.zkhelper.test.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import io.zkhelper.session.Answer;
import io.zkhelper.session.Change;
import io.zkhelper.session.NodeKind;
import io.zkhelper.session.Znodes;
import io.zkhelper.test.contract.RandomScript.Request;

/**
 * Sends the requests of a script, several at a time, and writes down what happens.
 */
final class Play implements AutoCloseable {

	private static final int BATCHES = 12;

	private final Stage stage;

	private final Actor[] actors;

	private final List<Long> sessions = new ArrayList<>();

	private final Map<Watched<?>, Actor> watches = new LinkedHashMap<>();

	Play(Stage stage) {
		this.stage = stage;
		this.actors = new Actor[] { newActor(), newActor() };
	}

	private Actor newActor() {
		Actor actor = Actor.connect(this.stage);
		this.sessions.add(actor.session());
		return actor;
	}

	List<String> perform(RandomScript script) {
		Transcript transcript = new Transcript(script.root(), this.sessions);
		this.watches.clear();
		// Some nodes to begin with, or most requests would meet none
		for (String name : List.of("", "/a", "/b", "/a/x")) {
			this.actors[0].create(script.root() + name, NodeKind.PERSISTENT);
		}
		for (int i = 0; i < BATCHES; i++) {
			perform(script.batch(), this.actors[script.actor()], transcript);
			settle(transcript);
		}
		if (script.closesASession()) {
			this.actors[1].closeHandle();
			// Whether a handle still tells of what its own end has done is left open
			this.watches.values().removeAll(Set.of(this.actors[1]));
			settle(transcript);
			this.actors[1].close();
			this.actors[1] = newActor();
		}
		look(script.root(), transcript);
		return transcript.lines();
	}

	private void look(String path, Transcript transcript) {
		transcript.add("look", this.actors[0].read(path));
		Answer<List<String>> names = this.actors[0].list(path);
		transcript.add("list", names);
		(names.isOk() ? names.value() : List.<String>of()).stream()
			.sorted()
			.forEach((name) -> look(path + "/" + name, transcript));
	}

	private void perform(List<Request> requests, Actor actor, Transcript transcript) {
		List<Asked<Object>> asked = requests.stream()
			.map((request) -> actor.<Object>ask((answer) -> send(request, actor, answer)))
			.toList();
		for (int i = 0; i < requests.size(); i++) {
			transcript.add(requests.get(i), asked.get(i).answer());
		}
	}

	private void send(Request request, Actor actor, Consumer<Answer<Object>> answer) {
		Znodes znodes = actor.znodes();
		String path = request.path();
		switch (request.kind()) {
			case CREATE -> znodes.create((Change.Create) request.changes().get(0), any(answer));
			case DELETE -> {
				Change.Delete delete = (Change.Delete) request.changes().get(0);
				znodes.delete(delete.path(), delete.version(), any(answer));
			}
			case MULTI -> znodes.multi(request.changes(), any(answer));
			case READ -> znodes.read(path, any(answer));
			case LIST -> znodes.list(path, any(answer));
			case WATCH -> znodes.watch(path, watchedBy(actor)::fired, any(answer));
			case WATCH_CHILDREN -> znodes.watchChildren(path, watchedBy(actor)::fired, any(answer));
			case EXISTS -> znodes.exists(path, any(answer));
			case WATCH_EXISTENCE -> znodes.watchExistence(path, watchedBy(actor)::fired, any(answer));
			case READ_ACL -> znodes.readAcl(path, any(answer));
			case SET_ACL -> znodes.setAcl(path, request.newAcl().acl(), request.newAcl().version(), any(answer));
			case SYNC -> znodes.sync(path, any(answer));
		}
	}

	private static <T> Consumer<Answer<T>> any(Consumer<Answer<Object>> receiver) {
		return (answer) -> receiver.accept(answer.map((value) -> value));
	}

	private Watched<?> watchedBy(Actor actor) {
		Watched<?> watched = new Watched<>(this.stage);
		this.watches.put(watched, actor);
		return watched;
	}

	private void settle(Transcript transcript) {
		for (Actor actor : this.actors) {
			actor.settle();
		}
		transcript.add("fired " + this.watches.keySet().stream().map(Watched::count).toList(), List.of());
	}

	@Override
	public void close() {
		for (Actor actor : this.actors) {
			actor.close();
		}
	}

}
