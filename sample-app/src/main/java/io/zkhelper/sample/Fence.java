package io.zkhelper.sample;

import java.util.function.Supplier;

import io.zkhelper.claim.FencingToken;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps the newest token that the database has seen, and lets nobody write with an older
 * one.
 */
@Component
class Fence {

	// The text form of a token sorts like the token
	private static final String RAISE = """
			insert into fence (name, token) values ('reports', :token)
			on conflict (name) do update set token = excluded.token where excluded.token >= fence.token
			""";

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	Fence(JdbcClient jdbc, TransactionTemplate transaction) {
		this.jdbc = jdbc;
		this.transaction = transaction;
	}

	/**
	 * Check the token and write, in one transaction.
	 * @param token the token of the leadership under which to write
	 * @param write what to write
	 * @return what the write has returned
	 * @throws StaleTokenException if a newer token has been here
	 */
	<T> T write(FencingToken token, Supplier<T> write) {
		return this.transaction.execute((status) -> {
			if (this.jdbc.sql(RAISE).param("token", token.toString()).update() == 0) {
				throw new StaleTokenException(token);
			}
			return write.get();
		});
	}

}
