package io.zkhelper.test.memory;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class NodeFileTests {

	@Test
	void textsAreTheContentItselfAndAnythingElseIsCompactJson() {
		Map<String, byte[]> contents = NodeFile.read("""
				{
					"/text": "an \\"example\\"",
					"/object": { "ports": [1, 2.50], "on": true },
					"/number": 12345678901234567890,
					"/nothing": null,
					"/": "root"
				}""");
		assertThat(contents).containsOnlyKeys("/text", "/object", "/number", "/nothing", "/");
		assertThat(contents.get("/text")).asString().isEqualTo("an \"example\"");
		assertThat(contents.get("/object")).asString().isEqualTo("{\"ports\":[1,2.50],\"on\":true}");
		assertThat(contents.get("/number")).asString().isEqualTo("12345678901234567890");
		assertThat(contents.get("/nothing")).isEmpty();
		assertThat(contents.get("/")).asString().isEqualTo("root");
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', delimiter = '|',
			textBlock = """
					`` | line 1, column 0, before the first path: an object of paths and contents is expected
					[] | line 1, column 1, before the first path: an object of paths and contents is expected
					{"a":1} | line 1, column 2, at 'a': Path must start with / character
					{"/a/":1} | line 1, column 2, at '/a/': Path must not end with / character
					{"/a":1, "/a//b":1} | line 1, column 10, at '/a//b': Invalid path string "/a//b" caused by empty node name specified @3
					{"/zookeeper/x":1} | at '/zookeeper/x': what is below '/zookeeper' is the server's own
					{"/a":1, "/a":2} | at '/a': Duplicate Object property "/a"
					{"/a":{"b":[1,}} | line 1, column 15, at '/a': Unexpected character
					{"/a":1 | at '/a': Unexpected end-of-input
					{"/a":1} {} | line 1, column 10, after the last path: nothing is expected behind the object""")
	void whatCantBeReadIsRefusedWithItsPlace(String json, String message) {
		assertThatIllegalArgumentException().isThrownBy(() -> NodeFile.read(json))
			.withMessageStartingWith("The nodes can't be read in line 1, ")
			.withMessageContaining(message);
	}

}
