package io.github.paradigmreporting.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.paradigmreporting.core.model.FeedbackDay;
import io.github.paradigmreporting.core.report.Reports;
import io.github.paradigmreporting.simulator.ParadigmSimulator;
import io.github.paradigmreporting.simulator.SimulatorExtension;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Each example as a reader runs it: a program of its own that is told address and key by its environment. */
@ExtendWith(SimulatorExtension.class)
final class ProgramsIT {
    private static final Duration LIMIT = Duration.ofSeconds(90);

    private final Path scratch;

    ProgramsIT(@TempDir Path scratch) {
        this.scratch = scratch;
    }

    @Test
    void theJavaClientPrintsAWeekOfEachCompany(ParadigmSimulator simulator) throws Exception {
        Command.Ended ended = program(simulator, SessionsPerCompany.class).run(LIMIT);

        assertThat(ended.errors()).isEmpty();
        assertThat(ended.output().lines())
                .hasSameSizeAs(simulator.dataset().companies())
                .anyMatch(line -> line.matches("Northwind: \\d{3,4}"));
    }

    @Test
    void sqlPrintsTheDocumentsUsedMost(ParadigmSimulator simulator) throws Exception {
        String url = "jdbc:paradigm://" + simulator.baseUrl().getAuthority() + "?ssl=false";

        Command.Ended ended = program(simulator, MostUsedDocuments.class, url).run(LIMIT);

        assertThat(ended.errors()).isEmpty();
        assertThat(ended.output().lines()).hasSize(10).allMatch(line -> line.matches("\\d+  \\S.*"));
    }

    @Test
    void theRouteRaisesAnAlertWhenADayIsRestated(ParadigmSimulator simulator) throws Exception {
        LocalDate yesterday = simulator.dataset().today().minusDays(1);
        simulator
                .edits()
                .restate(
                        Reports.FEEDBACK,
                        2,
                        yesterday,
                        List.of(new FeedbackDay(2, "Northwind", yesterday, 100L, 5L, 100L, 0L)));
        Command command = program(simulator, DislikeAlert.class).in(scratch);
        Process process = command.start();
        try {
            await(() -> command.errors().contains("alerts"), process, command);
        } finally {
            process.destroy();
        }

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(command.errors().lines())
                .singleElement()
                .asString()
                .contains("Northwind, " + yesterday + ": 100 of 100 answers disliked");
    }

    private Command program(ParadigmSimulator simulator, Class<?> program, String... arguments) {
        String[] words = new String[arguments.length + 4];
        words[0] = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        words[1] = "-cp";
        words[2] = System.getProperty("java.class.path");
        words[3] = program.getName();
        System.arraycopy(arguments, 0, words, 4, arguments.length);
        return new Command(scratch, words)
                .with("PARADIGM_BASE_URL", simulator.baseUrl().toString())
                .with("PARADIGM_API_KEY", simulator.key());
    }

    /** Looks again whenever the process has run on for a while. */
    private static void await(Supplier<Boolean> what, Process process, Command command) throws InterruptedException {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!what.get()) {
            assertThat(System.nanoTime())
                    .as("%s%s", command.output(), command.errors())
                    .isLessThan(end);
            assertThat(process.waitFor(100, TimeUnit.MILLISECONDS))
                    .as("ended: %s%s", command.output(), command.errors())
                    .isFalse();
        }
    }
}
