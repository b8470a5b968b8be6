package io.zkhelper.boot.autoconfigure;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Explains what to do when nothing says where the ensemble is.
 */
class MissingConnectStringFailureAnalyzer extends AbstractFailureAnalyzer<MissingConnectStringException> {

	private static final String ACTION = """
			Choose one:
			  - zkhelper.connect-string=host1:2181,host2:2181,host3:2181  to use an ensemble
			  - zkhelper.embedded.enabled=true  to run a server inside the process, for development
			  - zkhelper.cells.connect-strings.<name>=host1:2181,…  to use ensembles by name, where each election and lock names its cell
			  - zkhelper.mode=single  to lead always, without ZooKeeper""";

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, MissingConnectStringException cause) {
		return new FailureAnalysis(cause.getMessage(), ACTION, cause);
	}

}
