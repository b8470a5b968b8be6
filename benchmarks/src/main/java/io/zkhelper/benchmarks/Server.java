package io.zkhelper.benchmarks;

/**
 * The server in its own process, see {@link ServerMain}.
 */
final class Server implements AutoCloseable {

	private final JavaProcess process = JavaProcess.start(ServerMain.class);

	private final String direct;

	private final String delayed;

	Server() {
		String[] ready = this.process.hear().split(" ");
		this.direct = "127.0.0.1:" + ready[1];
		this.delayed = "127.0.0.1:" + ready[2];
	}

	/** How to reach it without any delay. */
	String direct() {
		return this.direct;
	}

	/** How to reach it through the proxy. */
	String delayed() {
		return this.delayed;
	}

	Requests requests() {
		return Requests.parse(this.process.ask("requests"));
	}

	@Override
	public void close() {
		this.process.close();
	}

}
