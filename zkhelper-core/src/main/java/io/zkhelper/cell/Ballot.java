package io.zkhelper.cell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

import io.zkhelper.session.Answer;
import io.zkhelper.session.NodeException;
import io.zkhelper.session.ZnodeError;

/**
 * What the ensembles of a mirror have said so far about one node, and what follows.
 *
 * @param <T> the type of the answers
 * @param path the node
 * @param voters the ensembles, in the order of the mirror
 * @param needed how many have to say the same
 * @param answers what they have said
 * @param content what of an answer has to be the same
 */
record Ballot<T>(String path, List<String> voters, int needed, Map<String, Answer<T>> answers,
		Function<? super T, ?> content) {

	/**
	 * Return whether an answer tells something about the node: what it is, or that it is
	 * not there.
	 */
	static boolean isStatement(Answer<?> answer) {
		return answer.isOk() || answer.failedWith(ZnodeError.NO_NODE);
	}

	Ballot<T> with(String voter, Answer<T> answer) {
		Map<String, Answer<T>> more = new LinkedHashMap<>(this.answers);
		more.put(voter, answer);
		return new Ballot<>(this.path, this.voters, this.needed, more, this.content);
	}

	/**
	 * Return whether nothing can change the decision any more, or nobody is left.
	 */
	boolean isOver() {
		return this.answers.size() == this.voters.size() || winner().isPresent();
	}

	private Optional<List<String>> winner() {
		return camps().values().stream().filter((camp) -> camp.size() >= this.needed).findFirst();
	}

	// Those who say the same; an empty content stands for no such node
	private Map<Optional<Object>, List<String>> camps() {
		Map<Optional<Object>, List<String>> camps = new LinkedHashMap<>();
		for (String voter : this.voters) {
			Answer<T> answer = this.answers.get(voter);
			if (answer != null && isStatement(answer)) {
				Optional<Object> said = answer.isOk() ? Optional.of(this.content.apply(answer.value()))
						: Optional.empty();
				camps.computeIfAbsent(said, (key) -> new ArrayList<>()).add(voter);
			}
		}
		return camps;
	}

	/**
	 * Return what counts: of several answers that are the same, the first.
	 * @throws NodeException if what counts is that there is no such node
	 * @throws InconsistentMirrorException if they disagree
	 * @throws MirrorUnavailableException if too few have said something
	 */
	T decide() {
		Optional<List<String>> winner = winner();
		if (winner.isPresent()) {
			return valueOf(Objects.requireNonNull(this.answers.get(winner.get().get(0))));
		}
		long said = this.answers.values().stream().filter(Ballot::isStatement).count();
		MirrorResult<T> result = MirrorResult.of(this.voters, this.answers);
		if (said < this.needed) {
			throw new MirrorUnavailableException(this.path, this.needed, result.refusals());
		}
		throw new InconsistentMirrorException(this.path, List.copyOf(camps().values()), result);
	}

	static <T> T valueOf(Answer<T> answer) {
		if (!answer.isOk()) {
			throw new NodeException("read", answer.why());
		}
		return answer.value();
	}

}
