package io.zkhelper.benchmarks;

import java.util.List;

/**
 * Something that is measured.
 */
interface Benchmark {

	List<Benchmark> ALL = List.of(new Uncontended(), new Reaped(), new Threads(), new Retained(), new HandOver(),
			new RequestCount(), new CachedReads(), new ServedReads());

	String name();

	/** Measure it. */
	List<Row> run(Server server, Effort effort) throws Exception;

}
