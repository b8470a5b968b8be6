package io.zkhelper.cache;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

import io.zkhelper.session.Answer;

/**
 * What a server is asked over HTTP.
 *
 * @param paths the nodes
 * @param aspect what of them
 */
record Question(List<String> paths, Aspect aspect) {

	URI to(URI server) {
		String query = this.paths.stream()
			.map((path) -> "path=" + URLEncoder.encode(path, StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
		return URI.create(server + "?" + query + ((this.aspect == Aspect.CHILDREN) ? "&children=true" : ""));
	}

	/**
	 * Whether these are answers to all of it.
	 */
	boolean isAnsweredBy(List<Answer<CachedNode>> answers) {
		return answers.stream()
			.map((answer) -> answer.isOk() ? answer.value().path() : answer.why().path())
			.toList()
			.equals(this.paths);
	}

}
