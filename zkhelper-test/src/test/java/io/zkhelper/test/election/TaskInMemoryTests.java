package io.zkhelper.test.election;

import java.time.Duration;

import io.zkhelper.election.ElectionOptions;
import io.zkhelper.election.TaskDidNotStopException;
import io.zkhelper.election.TaskOptions;
import io.zkhelper.election.TaskRun;
import io.zkhelper.test.world.InMemoryWorld;
import io.zkhelper.test.world.World;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The same in memory, in real time, since tasks have threads of their own.
 */
class TaskInMemoryTests extends TaskContract {

	@Override
	World newWorld() {
		return new InMemoryWorld();
	}

	@Test
	void aTaskThatIgnoresTheEndOfItsClientIsOverdueThoughNobodyClosesItsRun() {
		Member only = member("a");
		Toil toil = Toil.stubborn();
		TaskRun run = only.election().run(toil, TaskOptions.DEFAULT.withStopTimeout(Duration.ofSeconds(1)));
		world().await("it is at work", toil::isAtWork);
		get("the close", only.client().closeAsync());
		world().await("it is told", () -> !toil.complaints().isEmpty());
		toil.letGo();
		get("the end", run.ended());
		assertThat(toil.complaints()).hasSize(1);
	}

	@Test
	void aTaskThatIgnoresTheEndOfItsClientIsReportedAsWell() {
		Member only = member("a", ElectionOptions.DEFAULT.withDrainTimeout(Duration.ofMillis(1)));
		Toil toil = Toil.stubborn();
		TaskRun run = only.election().run(toil, TaskOptions.DEFAULT.withStopTimeout(Duration.ofSeconds(1)));
		world().await("it is at work", toil::isAtWork);
		get("the close", only.client().closeAsync());
		assertThatExceptionOfType(TaskDidNotStopException.class).isThrownBy(run::close)
			.satisfies((overdue) -> assertThat(overdue.getStackTrace()).isNotEmpty());
		world().await("it is told", () -> !toil.complaints().isEmpty());
		assertThatExceptionOfType(TaskDidNotStopException.class).isThrownBy(run::close);
		assertThat(toil.complaints()).hasSize(1);
		toil.letGo();
		get("the end", run.ended());
		run.close();
	}

}
