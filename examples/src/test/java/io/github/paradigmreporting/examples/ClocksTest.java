package io.github.paradigmreporting.examples;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which classes may look at the machine's clock: all others are given one. */
final class ClocksTest {
    private static final List<String> MODULES = List.of(
            "core",
            "simulator",
            "jdbc-driver",
            "jdbc-clients",
            "kafka-connect-source",
            "camel-component",
            "camel-component/starter",
            "examples");

    /** What a framework or a user makes without a clock, and so gives the system's to everything else. */
    private static final Set<String> BEGINNINGS = Set.of(
            "core.client.Time",
            "jdbc.ConnectionSpec",
            "jdbc.engine.WarmUp",
            "kafka.DoctorCommand",
            "kafka.ParadigmReportingSourceConnector",
            "kafka.ParadigmReportingSourceTask",
            "camel.ParadigmReportingComponent",
            "simulator.Arguments",
            "simulator.ServerSwitches",
            "examples.SessionsPerCompany",
            "examples.demo.Instance");

    /** Fills a calendar in full, and so takes no field of the present from it. */
    private static final Set<String> CALENDARS = Set.of("jdbc.CellObjects", "jdbc.ZoneSweepTest");

    /** What measures or limits a time that passes; no figure depends on it. */
    private static final Set<String> STOPWATCHES = Set.of(
            "core.store.Disk",
            "jdbc.SelfTest",
            "kafka.SliceQueue",
            "camel.PositionKeeper",
            "simulator.Connection",
            "simulator.Journal",
            "simulator.JournalEntry",
            "simulator.SimulatorBuilder",
            "simulator.VirtualClock",
            "examples.demo.CamelPart",
            "examples.demo.JdbcPart",
            "examples.demo.KafkaPart",
            "examples.demo.Seen",
            "examples.demo.TopicReader");

    /** Tests that measure or limit a time that passes. */
    private static final Set<String> STOPWATCHES_OF_TESTS = Set.of(
            "core.store.Asking",
            "jdbc.FaultRun",
            "jdbc.StatementTest",
            "jdbc.WarmUpProbe",
            "kafka.DrivenTask",
            "kafka.HistoryOracleTest",
            "kafka.TaskTest",
            "camel.CountingRoute",
            "camel.SharedClientsTest",
            "camel.ThrottleTest",
            "simulator.FaultOnTheWireTest",
            "simulator.ServerTest",
            "simulator.VirtualClockTest");

    /**
     * Tests whose other side has the machine's clock: the default of the client, a broker that refuses records from the future,
     * the time stamps of files.
     */
    private static final Set<String> REAL_TIMES =
            Set.of("camel.TlsTest", "kafka.SourceConnectorTest", "examples.demo.DemoScriptTest");

    @Test
    void theClockIsGiven() {
        check("classes", Stream.of(BEGINNINGS, CALENDARS, STOPWATCHES));
    }

    @Test
    void testsHaveTheirOwnClock() {
        check("test-classes", Stream.of(CALENDARS, STOPWATCHES_OF_TESTS, REAL_TIMES));
    }

    private static void check(String folder, Stream<Set<String>> mayLook) {
        List<String> allowed = mayLook.flatMap(Set::stream)
                .map(name -> "io.github.paradigmreporting." + name)
                .toList();
        noClasses()
                .that(DescribedPredicate.describe(
                        "are not listed here and share no process with others",
                        type -> !allowed.contains(outermost(type))
                                && !outermost(type).endsWith("IT")))
                .should()
                .accessTargetWhere(
                        DescribedPredicate.describe("the machine's clock is read", ClocksTest::readsTheClock))
                .because("a test cannot wait for midnight, and must not fail after it")
                .check(new ClassFileImporter()
                        .importPaths(MODULES.stream()
                                .map(module -> Path.of("..", module, "target", folder))
                                .filter(Files::isDirectory)
                                .toList()));
    }

    private static boolean readsTheClock(JavaAccess<?> access) {
        String method = access.getTargetOwner().getName() + "." + access.getName();
        return switch (method) {
            case "java.lang.System.currentTimeMillis", "java.lang.System.nanoTime", "java.util.Calendar.getInstance" ->
                true;
            case "java.time.InstantSource.system", "java.util.Date.<init>" -> hasNoArguments(access);
            default ->
                access.getTargetOwner().getPackageName().equals("java.time")
                        && (method.startsWith("java.time.Clock.system")
                                || (access.getName().equals("now") && !takesAClock(access)));
        };
    }

    private static boolean takesAClock(JavaAccess<?> access) {
        return access.getTarget().getFullName().contains("java.time.Clock");
    }

    private static boolean hasNoArguments(JavaAccess<?> access) {
        return access.getTarget().getFullName().endsWith("()");
    }

    private static String outermost(JavaClass type) {
        String name = type.getName();
        int nested = name.indexOf('$');
        return nested < 0 ? name : name.substring(0, nested);
    }
}
