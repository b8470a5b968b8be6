package io.zkhelper.boot.fence.web;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.zkhelper.boot.election.LeaderOnly;
import io.zkhelper.boot.lock.DistributedLocked;
import io.zkhelper.claim.FencingToken;
import io.zkhelper.fence.FencingHeader;
import io.zkhelper.fence.NamedToken;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;

/**
 * A server that is written to, and those who write to it.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = DataSourceAutoConfiguration.class)
@Import({ FencedApplication.Ledger.class, FencedApplication.Writers.class })
class FencedApplication {

	static final NamedToken NONE = new NamedToken("none", new FencingToken(1, 0));

	/** Notes under which tokens it was written to. */
	@RestController
	static class Ledger {

		final List<NamedToken> written = new CopyOnWriteArrayList<>();

		@RequestMapping({ "/checked/*", "/required/*", "/elsewhere" })
		String write(@RequestAttribute(name = FencingTokenFilter.TOKEN, required = false) @Nullable NamedToken token) {
			this.written.add((token != null) ? token : NONE);
			return "written";
		}

	}

	/** Writes as a leader, under a lock, or just so. */
	static class Writers {

		private final RestClient client;

		Writers(FencingTokenInterceptor interceptor) {
			this.client = RestClient.builder().requestInterceptor(interceptor).build();
		}

		@LeaderOnly
		void writeAsLeader(int port) {
			write(port, "/required/reports");
		}

		@DistributedLocked("#{#lock}")
		void writeUnderLock(int port, String lock) {
			write(port, "/required/ledger");
		}

		void write(int port, String path) {
			this.client.post().uri("http://127.0.0.1:" + port + path).retrieve().toBodilessEntity();
		}

		void writeWith(int port, NamedToken token) {
			this.client.post()
				.uri("http://127.0.0.1:" + port + "/checked/a")
				.header(FencingHeader.NAME, FencingHeader.format(token))
				.retrieve()
				.toBodilessEntity();
		}

	}

}
