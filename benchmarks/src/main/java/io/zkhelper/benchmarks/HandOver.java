package io.zkhelper.benchmarks;

import java.util.List;

import io.zkhelper.benchmarks.Turns.Turn;

/**
 * Two processes want the same lock, over and over.
 */
final class HandOver implements Benchmark {

	@Override
	public String name() {
		return "handover";
	}

	@Override
	public List<Row> run(Server server, Effort effort) throws Exception {
		String[] arguments = { server.delayed(), server.direct(), Long.toString(effort.warmUp().toNanos()) };
		try (JavaProcess left = JavaProcess.start(PeerMain.class, arguments);
				JavaProcess right = JavaProcess.start(PeerMain.class, arguments)) {
			left.hear();
			right.hear();
			return rows(Turns.take(effort, List.of(duel(ZkhelperLocks.NAME, left, right, effort),
					duel(CuratorLocks.NAME, left, right, effort))));
		}
	}

	private static Turn<Volley> duel(String library, JavaProcess left, JavaProcess right, Effort effort) {
		String order = library + " " + effort.window().toNanos();
		return () -> {
			left.tell(order);
			right.tell(order);
			return Volley.of(PeerMain.parse(left.hear()), PeerMain.parse(right.hear()));
		};
	}

	private static List<Row> rows(List<List<Volley>> volleys) {
		Samples ours = Samples.of(volleys.get(0).stream().map(Volley::handOversPerSecond).toList());
		Samples curator = Samples.of(volleys.get(1).stream().map(Volley::handOversPerSecond).toList());
		return List.of(
				Row.of("two processes, hand-overs", List.of(ours.perSecond(), curator.perSecond(), ""),
						ours.median() / curator.median(), Target.atLeast(1, "times as many")),
				Row.reported("two processes, holds by the other one than before",
						List.of(share(volleys.get(0)), share(volleys.get(1)), ""), ""));
	}

	private static String share(List<Volley> volleys) {
		double share = Samples.of(volleys.stream().map(Volley::shareOfHandOvers).toList()).median();
		return "%.0f %%".formatted(share * 100);
	}

}
