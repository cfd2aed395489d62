package io.github.paradigmreporting.simulator;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.GeneralCodingRules;
import org.junit.jupiter.api.Test;

/** What the simulator may use. */
class ArchitectureTest {
    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackagesOf(ParadigmSimulator.class);

    @Test
    void usesTheRowsAndTheCatalogueAndNothingElseOfOurs() {
        classes()
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                                "java..",
                                "org.jspecify.annotations",
                                "io.github.paradigmreporting.core.model",
                                "io.github.paradigmreporting.core.report",
                                "io.github.paradigmreporting.simulator")
                        .or(resideInAnyPackage("org.junit.jupiter.api..")))
                .because("its answers must not come from the code that reads them, and its jar must run by itself")
                .check(OURS);
    }

    @Test
    void needsJUnitInItsExtensionOnly() {
        noClasses()
                .that(com.tngtech.archunit.base.DescribedPredicate.not(belongToAnyOf(SimulatorExtension.class)))
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.junit.."))
                .because("JUnit is optional")
                .check(OURS);
    }

    @Test
    void printsInItsMainClassOnly() {
        noClasses()
                .that(com.tngtech.archunit.base.DescribedPredicate.not(belongToAnyOf(SimulatorMain.class)))
                .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
                .because("in process, the simulator is a guest")
                .check(OURS);
    }
}
