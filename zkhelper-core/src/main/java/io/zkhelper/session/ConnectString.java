package io.zkhelper.session;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where the servers are: {@code host:port,host:port/chroot}.
 *
 * @param servers the servers as {@code host:port}
 * @param chroot the path below which the client lives, empty for none
 */
record ConnectString(List<String> servers, String chroot) {

	private static final int DEFAULT_PORT = 2181;

	private static final Pattern SERVER = Pattern.compile("([\\w.-]+|\\[[0-9a-fA-F:.%]+])(?::(\\d{1,5}))?");

	static ConnectString parse(String text) {
		if (text.contains("://")) {
			throw new IllegalArgumentException(
					"Connect string '%s' is not valid: it has no scheme, so nothing like '%s'. Write 'host1:2181,host2:2181', with an optional '/chroot' once at the end"
						.formatted(text, text.substring(0, text.indexOf("://") + 3)));
		}
		int slash = text.indexOf('/');
		String hosts = (slash < 0) ? text : text.substring(0, slash);
		String chroot = (slash < 0) ? "" : text.substring(slash);
		if (chroot.equals("/")) {
			chroot = "";
		}
		if (!chroot.isEmpty()) {
			Paths.require("chroot of the connect string", chroot);
		}
		return new ConnectString(Stream.of(hosts.split(",", -1)).map((host) -> server(host.strip(), text)).toList(),
				chroot);
	}

	private static String server(String server, String text) {
		Matcher matcher = SERVER.matcher(server);
		if (!matcher.matches()) {
			throw new IllegalArgumentException(
					"Connect string '%s' is not valid: '%s' is not a 'host' or 'host:port'. Write 'host1:2181,host2:2181', with an optional '/chroot' once at the end"
						.formatted(text, server));
		}
		int port = (matcher.group(2) != null) ? Integer.parseInt(matcher.group(2)) : DEFAULT_PORT;
		if (port < 1 || port > 65535) {
			throw new IllegalArgumentException(
					"Connect string '%s' is not valid: port %d of '%s' is not between 1 and 65535".formatted(text, port,
							server));
		}
		return matcher.group(1) + ":" + port;
	}

	@Override
	public String toString() {
		return String.join(",", this.servers) + this.chroot;
	}

}
