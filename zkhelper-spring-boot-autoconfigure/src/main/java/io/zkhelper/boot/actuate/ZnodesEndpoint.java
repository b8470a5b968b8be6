package io.zkhelper.boot.actuate;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.zkhelper.boot.cache.HiddenPathException;
import io.zkhelper.boot.cache.ZnodeReader;
import io.zkhelper.cache.CachedNode;
import io.zkhelper.session.Answer;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;

/**
 * Endpoint that reads nodes from the cache of this application, for processes without a
 * session of their own. It shows data, so nobody has access to it by default, and then
 * only to the nodes that {@code zkhelper.cache.paths} lists. It changes nothing.
 *
 * @since 1.0.0
 */
@Endpoint(id = "znodes", defaultAccess = Access.NONE)
public class ZnodesEndpoint {

	private static final Duration PATIENCE = Duration.ofSeconds(2);

	private final ZnodeReader reader;

	/**
	 * Create the endpoint.
	 * @param reader knows what may be read
	 */
	public ZnodesEndpoint(ZnodeReader reader) {
		this.reader = reader;
	}

	/**
	 * Read nodes.
	 * @param path the nodes
	 * @param children whether their children are wanted instead of their data
	 * @return an answer for each
	 * @throws IllegalArgumentException if there are too many, one is not a valid path, or
	 * its cell is not known
	 * @throws HiddenPathException if one must not be read
	 * @throws IllegalStateException if nothing is known about any, and the servers can't
	 * be asked or don't answer within two seconds
	 */
	@ReadOperation
	public ZnodesDescriptor nodes(RequestedPaths path, @Nullable Boolean children) {
		boolean wantsChildren = Boolean.TRUE.equals(children);
		List<Answer<CachedNode>> answers = await(path, wantsChildren);
		if (answers.stream().noneMatch(ZnodesEndpoint::isAnswered)) {
			throw new ZnodesUnavailableException(answers.get(0).why().toString());
		}
		return ZnodesDescriptor.of(answers, wantsChildren);
	}

	private static boolean isAnswered(Answer<CachedNode> answer) {
		return answer.isOk() || !answer.why().error().isOutcomeUnknown();
	}

	private List<Answer<CachedNode>> await(RequestedPaths requested, boolean children) {
		try {
			return this.reader.read(requested.paths(), children)
				.toCompletableFuture()
				.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (TimeoutException ex) {
			throw new ZnodesUnavailableException("no answer within " + PATIENCE);
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException("A read can't fail", ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new ZnodesUnavailableException("interrupted");
		}
	}

}
