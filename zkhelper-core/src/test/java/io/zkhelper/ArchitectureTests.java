package io.zkhelper;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/**
 * Which way the arrows point.
 */
@AnalyzeClasses(packagesOf = ArchitectureTests.class, importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

	@ArchTest
	static final ArchRule arrowsPointDown = layeredArchitecture().consideringOnlyDependenciesInLayers()
		.optionalLayer("election")
		.definedBy("io.zkhelper.election..")
		.optionalLayer("lock")
		.definedBy("io.zkhelper.lock..")
		.optionalLayer("presence")
		.definedBy("io.zkhelper.presence..")
		.optionalLayer("fence")
		.definedBy("io.zkhelper.fence..")
		.optionalLayer("helpers")
		.definedBy("io.zkhelper.tree..", "io.zkhelper.cell..", "io.zkhelper.cache..")
		.optionalLayer("claim")
		.definedBy("io.zkhelper.claim..")
		.optionalLayer("session")
		.definedBy("io.zkhelper.session..")
		.whereLayer("election")
		.mayNotBeAccessedByAnyLayer()
		.whereLayer("lock")
		.mayNotBeAccessedByAnyLayer()
		.whereLayer("presence")
		.mayNotBeAccessedByAnyLayer()
		.whereLayer("fence")
		.mayNotBeAccessedByAnyLayer()
		.whereLayer("helpers")
		.mayNotBeAccessedByAnyLayer()
		.whereLayer("claim")
		.mayOnlyBeAccessedByLayers("election", "lock", "presence", "fence")
		.whereLayer("session")
		.mayOnlyBeAccessedByLayers("election", "lock", "presence", "fence", "helpers", "claim")
		.ignoreDependency(resideInAPackage("io.zkhelper"), alwaysTrue());

	@ArchTest
	static final ArchRule helpersDoNotKnowEachOther = slices().matching("io.zkhelper.(tree|cell|cache)..")
		.should()
		.notDependOnEachOther()
		.allowEmptyShould(true);

	@ArchTest
	static final ArchRule packagesHaveNoCycles = slices().matching("io.zkhelper.(**)")
		.should()
		.beFreeOfCycles()
		.allowEmptyShould(true);

	@ArchTest
	static final ArchRule zooKeeperIsBelowTheSession = noClasses().that()
		.resideOutsideOfPackage("io.zkhelper.session..")
		.should()
		.dependOnClassesThat(resideInAPackage("org.apache.zookeeper..")
			// Access control lists, which users name too
			.and(not(resideInAPackage("org.apache.zookeeper.data.."))))
		.allowEmptyShould(true);

	@ArchTest
	static final ArchRule noServerInTheCore = noClasses().should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.apache.zookeeper.server..", "org.springframework..", "io.micrometer..");

}
