package io.github.paradigmreporting.camel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.paradigmreporting.core.report.Report;
import io.github.paradigmreporting.core.report.Reports;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A real process, killed at random moments and started again: nothing lost, and little repeated. */
class CrashIT {
    private static final int COMMIT_EVERY = 20;

    @TempDir
    Path directory = Path.of("");

    @Test
    void losesNothingWhenKilled() throws Exception {
        new Run(Reports.DOCUMENTS, 1).killed(5, 40);
    }

    @Test
    @Tag("long")
    @Timeout(value = 30, unit = TimeUnit.MINUTES)
    void losesNothingWhenKilledSixtyTimes() throws Exception {
        int seed = 10;
        for (Report<?> report : List.of(Reports.SESSIONS, Reports.FEEDBACK, Reports.DOCUMENTS, Reports.TOOLS)) {
            new Run(report, seed++).killed(15, 40);
        }
    }

    private final class Run {
        private final Report<?> report;
        private final Random random;
        private final World world = new World(builder -> builder.companies(8).documentsPerDay(20));
        private final Path file;
        private final Path state;

        Run(Report<?> report, int seed) {
            this.report = report;
            this.random = new Random(seed);
            this.file = directory.resolve(report + ".txt");
            this.state = directory.resolve(report.name());
        }

        void killed(int kills, int mostLines) throws Exception {
            try (world) {
                int killed = 0;
                for (int i = 0; i < kills; i++) {
                    Process process = start("commitEvery=" + COMMIT_EVERY);
                    long until = lines() + 1 + random.nextInt(mostLines);
                    while (process.isAlive() && lines() < until) {
                        process.waitFor(random.nextInt(3), TimeUnit.MILLISECONDS);
                    }
                    if (process.isAlive()) {
                        process.destroyForcibly().waitFor();
                        killed++;
                    }
                }
                Process last = start("commitEvery=" + COMMIT_EVERY);
                assertThat(last.waitFor(2, TimeUnit.MINUTES)).isTrue();
                assertThat(last.exitValue()).isZero();
                check(killed);
            }
        }

        private void check(int killed) throws IOException {
            List<String> all = Files.readAllLines(file);
            Set<String> different = new HashSet<>(all);
            Set<String> keys = new HashSet<>();
            different.forEach(line -> keys.add(line.substring(0, line.indexOf(' '))));
            System.out.printf(
                    "%s: %d kills, %d rows, %d lost, %d repeated%n",
                    report, killed, keys.size(), truth().size() - keys.size(), all.size() - different.size());
            assertThat(keys).isEqualTo(truth());
            assertThat(different).hasSameSizeAs(keys);
            assertThat(killed).isPositive();
            assertThat(all.size() - different.size()).isLessThanOrEqualTo(killed * COMMIT_EVERY);
        }

        private Set<String> truth() {
            return keyed(report);
        }

        private <R extends io.github.paradigmreporting.core.model.Row> Set<String> keyed(Report<R> of) {
            return Polled.keyed(of, world.truth(of)).keySet();
        }

        private long lines() throws IOException {
            if (!Files.exists(file)) {
                return 0;
            }
            try (var lines = Files.lines(file)) {
                return lines.count();
            }
        }

        private Process start(String options) throws IOException {
            String java =
                    Path.of(System.getProperty("java.home"), "bin", "java").toString();
            return new ProcessBuilder(
                            java,
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            CrashedRoute.class.getName(),
                            world.simulator().baseUrl().toString(),
                            world.simulator().key(),
                            report.name(),
                            World.FIRST_DAY.toString(),
                            options,
                            state.toString(),
                            file.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(new File(directory.toFile(), "log.txt"))
                    .start();
        }
    }
}
