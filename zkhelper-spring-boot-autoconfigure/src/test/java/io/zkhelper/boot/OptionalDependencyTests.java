package io.zkhelper.boot;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * One home for each optional dependency, so that all others work without it.
 */
@AnalyzeClasses(packagesOf = OptionalDependencyTests.class, importOptions = ImportOption.DoNotIncludeTests.class)
class OptionalDependencyTests {

	@ArchTest
	static final ArchRule metrics = onlyIn("..metrics..", "io.micrometer.core..",
			"org.springframework.boot.micrometer..");

	@ArchTest
	static final ArchRule health = onlyIn("..health..", "org.springframework.boot.health..");

	@ArchTest
	static final ArchRule actuate = onlyIn("..actuate..", "org.springframework.boot.actuate..");

	@ArchTest
	static final ArchRule testcontainers = onlyIn("..testcontainers..", "org.testcontainers..",
			"org.springframework.boot.testcontainers..");

	@ArchTest
	static final ArchRule embedded = onlyIn("..embedded..", "org.apache.zookeeper.server..", "com.codahale..",
			"org.xerial..");

	@ArchTest
	static final ArchRule jdbc = onlyIn("..fence.jdbc..", "org.springframework.jdbc..",
			"org.springframework.boot.jdbc..", "org.springframework.boot.sql..", "org.springframework.transaction..",
			"javax.sql..");

	@ArchTest
	static final ArchRule web = onlyIn("..fence.web..", "jakarta.servlet..", "org.springframework.web..",
			"org.springframework.http..");

	@ArchTest
	static final ArchRule jdbcCanBeDeleted = onlyIn("..fence.jdbc..", "io.zkhelper.boot..fence.jdbc..");

	@ArchTest
	static final ArchRule webCanBeDeleted = onlyIn("..fence.web..", "io.zkhelper.boot..fence.web..");

	@ArchTest
	static final ArchRule metricsCanBeDeleted = onlyIn("..metrics..", "io.zkhelper.boot..metrics..");

	@ArchTest
	static final ArchRule healthCanBeDeleted = onlyIn("..health..", "io.zkhelper.boot..health..");

	@ArchTest
	static final ArchRule actuateCanBeDeleted = onlyIn("..actuate..", "io.zkhelper.boot..actuate..");

	@ArchTest
	static final ArchRule testcontainersCanBeDeleted = onlyIn("..testcontainers..",
			"io.zkhelper.boot..testcontainers..");

	@ArchTest
	static void reactorHasOneHome(JavaClasses classes) {
		assertThat(classes.stream()
			.filter(OptionalDependencyTests::refersToReactor)
			.map(JavaClass::getPackageName)
			.distinct()).hasSizeLessThanOrEqualTo(1);
	}

	private static boolean refersToReactor(JavaClass type) {
		return type.getDirectDependenciesFromSelf()
			.stream()
			.anyMatch((dependency) -> dependency.getTargetClass().getPackageName().startsWith("reactor."));
	}

	private static ArchRule onlyIn(String home, String... packages) {
		return noClasses().that()
			.resideOutsideOfPackage(home)
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage(packages)
			.allowEmptyShould(true);
	}

}
