package io.github.paradigmreporting.examples;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;

/** The directions between the modules, as docs/architecture.md draws them, and habits that hold in all of them. */
final class ModulesTest {
    private static final String OURS = "io.github.paradigmreporting.";
    private static final String[] ON_TOP = {OURS + "examples.."};
    private static final List<Path> MODULES = List.of(
            classesOf("core"),
            classesOf("simulator"),
            classesOf("jdbc-driver"),
            classesOf("kafka-connect-source"),
            classesOf("camel-component"),
            classesOf("camel-component/starter"),
            classesOf("examples"));
    private static final JavaClasses CLASSES = new ClassFileImporter().importPaths(MODULES);

    @Test
    void seesEveryModule() {
        assertThat(MODULES).allSatisfy(module -> assertThat(module).isDirectory());
        assertThat(List.of("core.report", "simulator", "jdbc", "kafka", "camel", "camel.springboot", "examples"))
                .allSatisfy(name -> assertThat(CLASSES.containPackage(OURS + name))
                        .as("classes of %s", name)
                        .isTrue());
    }

    @Test
    void noAdapterUsesAnother() {
        for (String adapter : List.of("jdbc", "kafka", "camel")) {
            noClasses()
                    .that()
                    .resideInAPackage(OURS + adapter + "..")
                    .should()
                    .dependOnClassesThat(resideInAnyPackage(OURS + "jdbc..", OURS + "kafka..", OURS + "camel..")
                            .and(resideOutsideOfPackages(OURS + adapter + "..")))
                    .because("whoever wants one adapter does not carry another's dependencies")
                    .check(CLASSES);
        }
    }

    @Test
    void nothingThatIsShippedUsesTheSimulator() {
        noClasses()
                .that()
                .resideInAnyPackage(OURS + "core..", OURS + "jdbc..", OURS + "kafka..", OURS + "camel..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(OURS + "simulator..", OURS + "examples..")
                .because("made-up figures must not reach production")
                .check(CLASSES);
    }

    @Test
    void coreKnowsNobody() {
        noClasses()
                .that()
                .resideInAPackage(OURS + "core..")
                .should()
                .dependOnClassesThat(DescribedPredicate.and(
                        resideInAnyPackage("io.github.paradigmreporting.."), resideOutsideOfPackages(OURS + "core..")))
                .because("everything stands on it")
                .check(CLASSES);
    }

    @Test
    void theSimulatorKnowsTheCatalogueOnly() {
        noClasses()
                .that()
                .resideInAPackage(OURS + "simulator..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(OURS + "core..")
                        .and(resideOutsideOfPackages(OURS + "core.report..", OURS + "core.model..")))
                .because("it must not repeat the client's mistakes")
                .check(CLASSES);
    }

    @ParameterizedTest
    @CsvSource({"org.apache.kafka,kafka", "org.apache.camel,camel", "org.apache.calcite,jdbc"})
    void aFrameworkStaysInItsModule(String framework, String module) {
        noClasses()
                .that(resideInAnyPackage("io.github.paradigmreporting..")
                        .and(resideOutsideOfPackages(OURS + module + ".."))
                        .and(resideOutsideOfPackages(ON_TOP)))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(framework + "..")
                .because("each framework's words stay in its module")
                .check(CLASSES);
    }

    @Test
    void modulesHaveNoCycles() {
        slices().matching(OURS + "(*)..")
                .should()
                .beFreeOfCycles()
                .because("a cycle is two modules in two places")
                .check(CLASSES);
    }

    @Test
    void nobodySleeps() {
        noClasses()
                .should()
                .callMethodWhere(JavaAccess.Predicates.target(
                                com.tngtech.archunit.core.domain.properties.HasName.Predicates.name("sleep"))
                        .and(JavaAccess.Predicates.targetOwner(assignableTo(Thread.class))))
                .because(
                        "whoever waits must be woken by what he waits for, by the end of his time, or by a cancellation")
                .check(CLASSES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Util", "Utils", "Helper", "Manager", "Impl"})
    void namesSayWhatAThingIs(String ending) {
        noClasses()
                .that()
                // Made by Camel's own generator, which names so.
                .resideOutsideOfPackage(OURS + "camel.dsl")
                .should()
                .haveSimpleNameEndingWith(ending)
                .because("such a name says that nobody knew what it is")
                .check(CLASSES);
    }

    @Test
    void loggersBelongToTheirClass() {
        fields().that()
                .haveRawType(Logger.class)
                .should()
                .bePrivate()
                .andShould()
                .beStatic()
                .andShould()
                .beFinal()
                .because("whose line it is must show in the log")
                .check(CLASSES);
    }

    @Test
    void librariesAreQuiet() {
        noClasses()
                .that()
                .resideInAnyPackage(OURS + "core..", OURS + "jdbc..", OURS + "kafka..", OURS + "camel..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .because("the standard streams belong to the program around it")
                .check(CLASSES);
    }

    /** Surefire runs in the module's folder. */
    private static Path classesOf(String module) {
        return Path.of("..", module, "target", "classes");
    }
}
