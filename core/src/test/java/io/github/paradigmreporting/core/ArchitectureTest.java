package io.github.paradigmreporting.core;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.elements.ClassesShouldConjunction;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The directions inside core, as docs/architecture.md draws them. */
class ArchitectureTest {
    private static final String CORE = "io.github.paradigmreporting.core.";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.github.paradigmreporting.core");

    @Test
    void errorIsTheGround() {
        mayUse("error", List.of())
                .because("whoever fails must be able to say so, whatever else it uses")
                .check(CLASSES);
    }

    @Test
    void modelKnowsNothing() {
        mayUse("model", List.of()).because("rows are plain values").check(CLASSES);
    }

    @Test
    void reportKnowsOnlyTheModel() {
        mayUse("report", List.of("model")).because("a description does nothing").check(CLASSES);
    }

    @Test
    void settingsKnowOnlyErrors() {
        mayUse("settings", List.of("error"))
                .because("a bad setting is an error like any other")
                .check(CLASSES);
    }

    @Test
    void fileKnowsNothing() {
        mayUse("file", List.of())
                .because("how a file is opened does not depend on what is in it")
                .check(CLASSES);
    }

    @Test
    void clientKnowsWhatItAsksFor() {
        mayUse("client", List.of("model", "report", "error", "settings", "file"))
                .because("store and feed are built on the client, not into it")
                .check(CLASSES);
    }

    @Test
    void storeAndFeedAreBuiltOnTheClientAndNotOnEachOther() {
        mayUse("store", List.of("model", "report", "error", "settings", "client", "file"))
                .allowEmptyShould(true)
                .because("what is remembered is independent of what was emitted")
                .check(CLASSES);
        mayUse("feed", List.of("model", "report", "error", "settings", "client"))
                .allowEmptyShould(true)
                .because("a feed compares with what it emitted, never with what is stored")
                .check(CLASSES);
    }

    @Test
    void thereIsNoCycle() {
        slices().matching(CORE + "(*)..")
                .should()
                .beFreeOfCycles()
                .because("a cycle is two ideas in one place")
                .check(CLASSES);
    }

    @Test
    void theWireIsOneClass() {
        noClasses()
                .that()
                .haveNameNotMatching(".*\\.JdkTransport(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.net.http..")
                .because("the HTTP client must be replaceable in one place")
                .check(CLASSES);
    }

    @Test
    void onlyTheClientKnowsJackson() {
        noClasses()
                .that()
                .resideOutsideOfPackage(CORE + "client..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.fasterxml.jackson..")
                .because("how JSON is read is nobody else's business")
                .check(CLASSES);
    }

    @Test
    void noTransportIsPublic() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("Transport")
                .should()
                .bePublic()
                .because("the stack is put together in one place")
                .check(CLASSES);
    }

    @Test
    void classesAreClosed() {
        classes()
                .that()
                .arePublic()
                .and()
                .areNotInterfaces()
                .and()
                .areNotEnums()
                .and()
                .doNotHaveModifier(JavaModifier.ABSTRACT)
                .should()
                .haveModifier(JavaModifier.FINAL)
                .because("what was not made for extension is not extended")
                .check(CLASSES);
    }

    @Test
    void namesSayWhatAThingIs() {
        noClasses()
                .should()
                .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl)")
                .because("such a name says that nobody knew what it is")
                .check(CLASSES);
    }

    @Test
    void timeComesInThroughOneDoor() {
        noClasses()
                .should()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(java.time.LocalDateTime.class, "now")
                .because("a test cannot wait for midnight")
                .check(CLASSES);
    }

    @Test
    void nothingPrints() {
        noClasses()
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .because("a library is quiet")
                .check(CLASSES);
    }

    private static ClassesShouldConjunction mayUse(String name, List<String> others) {
        Stream<String> own = Stream.concat(Stream.of(name), others.stream()).map(part -> CORE + part + "..");
        Stream<String> libraries = name.equals("client")
                ? Stream.of(
                        "java..",
                        "javax.net..",
                        "javax.crypto..",
                        "org.jspecify..",
                        "org.slf4j..",
                        "com.fasterxml.jackson.core..")
                : Stream.of("java..", "org.jspecify..", "org.slf4j..");
        String[] allowed = Stream.concat(own, libraries).toArray(String[]::new);
        return classes()
                .that()
                .resideInAPackage(CORE + name + "..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(allowed)
                        .or(describe("arrays and primitives", type -> type.isArray() || type.isPrimitive())));
    }
}
