package io.zkhelper.cell;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

import io.zkhelper.session.Answer;
import io.zkhelper.session.Refusal;

/**
 * What each ensemble of a mirror made of a request.
 *
 * @param <T> the type of the answers
 * @param answers the answers of those that applied it, by name, in the order of the
 * mirror
 * @param refusals why the others did not, or that nobody knows whether they did
 * @since 1.0.0
 */
public record MirrorResult<T>(Map<String, T> answers, Map<String, Refusal> refusals) {

	public MirrorResult {
		answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
		refusals = Collections.unmodifiableMap(new LinkedHashMap<>(refusals));
	}

	static <T> MirrorResult<T> of(Collection<String> ensembles, Map<String, Answer<T>> all) {
		Map<String, T> answers = new LinkedHashMap<>();
		Map<String, Refusal> refusals = new LinkedHashMap<>();
		for (String ensemble : ensembles) {
			Answer<T> answer = all.get(ensemble);
			if (answer != null && answer.isOk()) {
				answers.put(ensemble, answer.value());
			}
			else if (answer != null) {
				refusals.put(ensemble, answer.why());
			}
		}
		return new MirrorResult<>(answers, refusals);
	}

	/**
	 * Return whether all have applied the request.
	 * @return {@code true} if nobody has refused
	 */
	public boolean isComplete() {
		return this.refusals.isEmpty();
	}

	/**
	 * Return a part of each answer, its version for example.
	 * @param <R> the type of the part
	 * @param part returns the part of an answer
	 * @return the parts, by name
	 */
	public <R> Map<String, R> answers(Function<? super T, ? extends R> part) {
		Map<String, R> parts = new LinkedHashMap<>();
		this.answers.forEach((name, answer) -> parts.put(name, part.apply(answer)));
		return parts;
	}

}
