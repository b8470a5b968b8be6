package io.zkhelper.boot.fence.web;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import io.zkhelper.fence.FencingHeader;
import io.zkhelper.fence.NamedToken;
import io.zkhelper.fence.StaleLeaderException;
import jakarta.servlet.http.HttpServletResponse;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/**
 * Why a request was refused, as problem details (RFC 9457). Written here, since a filter
 * has none of Spring MVC's converters.
 *
 * @param status the status of the response
 * @param detail why
 * @param members what programs may want to know beside that
 * @param newest the newest token, if an older one was shown
 */
record Problem(HttpStatus status, String detail, Map<String, String> members, Optional<NamedToken> newest) {

	private static final JsonFactory JSON = new JsonFactory();

	static Problem missing() {
		return new Problem(HttpStatus.PRECONDITION_REQUIRED,
				"A header '%s' is required here, with the token of whoever leads or holds the lock"
					.formatted(FencingHeader.NAME),
				Map.of(), Optional.empty());
	}

	static Problem malformed(String why) {
		return new Problem(HttpStatus.BAD_REQUEST,
				"The header '%s' can't be read: %s".formatted(FencingHeader.NAME, why), Map.of(), Optional.empty());
	}

	static Problem stale(StaleLeaderException ex) {
		Map<String, String> members = new LinkedHashMap<>();
		members.put("name", ex.name());
		members.put("token", ex.token().toString());
		members.put("newest", ex.newest().toString());
		return new Problem(HttpStatus.PRECONDITION_FAILED, String.valueOf(ex.getMessage()), members,
				Optional.of(new NamedToken(ex.name(), ex.newest())));
	}

	void write(HttpServletResponse response) throws IOException {
		byte[] body = json().getBytes(StandardCharsets.UTF_8);
		response.setStatus(this.status.value());
		response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
		response.setContentLength(body.length);
		this.newest.ifPresent((token) -> response.setHeader(FencingHeader.NAME, FencingHeader.format(token)));
		response.getOutputStream().write(body);
	}

	private String json() {
		StringWriter text = new StringWriter();
		try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
			json.writeStartObject();
			json.writeStringProperty("title", this.status.getReasonPhrase());
			json.writeNumberProperty("status", this.status.value());
			json.writeStringProperty("detail", this.detail);
			this.members.forEach(json::writeStringProperty);
			json.writeEndObject();
		}
		return text.toString();
	}

}
