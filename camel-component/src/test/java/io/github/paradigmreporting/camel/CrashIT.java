package io.github.paradigmreporting.camel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.report.Column;
import io.github.paradigmreporting.core.report.ColumnType;
import io.github.paradigmreporting.core.report.Report;
import io.github.paradigmreporting.core.report.Reports;
import io.github.paradigmreporting.simulator.Edits;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real process, killed at random moments and started again, while the instance restates rows, loses some and finds them again
 * in between: a receiver that overwrites by record key holds the truth, and little is repeated.
 */
class CrashIT {
    private static final int COMMIT_EVERY = 20;

    @TempDir
    Path directory = Path.of("");

    @Test
    void losesNothingWhenKilled() throws Exception {
        new Run<>(Reports.DOCUMENTS, 1).killed(5);
    }

    @Test
    @Tag("long")
    @Timeout(value = 2, unit = TimeUnit.HOURS)
    void losesNothingWhenKilledSixtyTimes() throws Exception {
        int seed = 10;
        for (Report<?> report : List.of(Reports.SESSIONS, Reports.FEEDBACK, Reports.DOCUMENTS, Reports.TOOLS)) {
            new Run<>(report, seed++).killed(15);
        }
    }

    private final class Run<R extends Row> {
        /** About twenty messages. */
        private static final int MOST_BYTES = 1_000;

        private final Report<R> report;
        private final String metric;
        private final Random random;
        private final World world = new World(builder -> builder.companies(8).documentsPerDay(20));
        private final Edits edits = world.simulator().edits();
        private final Path file;
        private final Path state;
        /** Rows whose last message may be forgotten by the state. */
        private final Set<String> unsaved = new HashSet<>();

        private long figure = 1_000_000;
        private int killed;
        private int ended;

        Run(Report<R> report, int seed) {
            this.report = report;
            this.metric = report.columns().stream()
                    .filter(column -> !column.key() && column.type() == ColumnType.BIGINT)
                    .map(Column::name)
                    .findFirst()
                    .orElseThrow();
            this.random = new Random(seed);
            this.file = directory.resolve(report + ".txt");
            this.state = directory.resolve(report.name());
        }

        void killed(int kills) throws Exception {
            try (world) {
                while (killed < kills) {
                    Process process = start();
                    // Every fourth time it may end, so that there is something to restate.
                    long until = random.nextInt(4) == 0 ? Long.MAX_VALUE : size() + 1 + random.nextInt(MOST_BYTES);
                    while (process.isAlive() && size() < until) {
                        process.waitFor(1 + random.nextInt(5), TimeUnit.MILLISECONDS);
                    }
                    if (process.isAlive()) {
                        process.destroyForcibly().waitFor();
                        killed++;
                        List<CrashedRoute.Line> lines = lines();
                        // One more than the option says: the message on its way.
                        lines.subList(Math.max(0, lines.size() - COMMIT_EVERY - 1), lines.size())
                                .forEach(line -> unsaved.add(line.key()));
                    } else {
                        assertThat(process.exitValue()).isZero();
                        ended++;
                        unsaved.clear();
                    }
                    happen();
                }
                Process last = start();
                assertThat(last.waitFor(2, TimeUnit.MINUTES)).isTrue();
                assertThat(last.exitValue()).isZero();
                check();
            }
        }

        /**
         * Changes days that are still open. What the state may have forgotten gets values that it never had: that a row went, or
         * came back to what it was, between the kill and the next start is what no state can know.
         */
        private void happen() {
            for (int i = 0; i < 16; i++) {
                LocalDate day = world.today().minusDays(random.nextInt(4));
                long company = world.simulator()
                        .dataset()
                        .companies()
                        .get(random.nextInt(8))
                        .id();
                String slice = report + "/" + company + "/" + day;
                boolean known = unsaved.stream().noneMatch(key -> key.startsWith(slice));
                switch (known ? random.nextInt(4) : 0) {
                    case 1 -> edits.vanish(report, company, day, row -> Math.floorMod(row.hashCode(), 2) == 0);
                    case 2 -> edits.undo(report, company, day);
                    default -> edits.set(report, company, day, metric, figure++);
                }
            }
        }

        private void check() throws IOException {
            Map<String, String> receiver = new TreeMap<>();
            Map<String, Integer> changes = new TreeMap<>();
            int repeated = 0;
            for (CrashedRoute.Line line : lines()) {
                changes.merge(line.change(), 1, Integer::sum);
                boolean removed = "removed".equals(line.change());
                String before = removed ? receiver.remove(line.key()) : receiver.put(line.key(), line.digest());
                if (removed ? before == null : line.digest().equals(before)) {
                    repeated++;
                }
            }
            Map<String, String> truth = new TreeMap<>();
            Polled.keyed(report, world.truth(report))
                    .forEach((key, row) -> truth.put(key, CrashedRoute.Line.digest(row)));
            Set<String> lost = new HashSet<>(truth.keySet());
            lost.removeAll(receiver.keySet());
            Set<String> leftOver = new HashSet<>(receiver.keySet());
            leftOver.removeAll(truth.keySet());
            Map<String, String> wrong = new HashMap<>(receiver);
            wrong.keySet().retainAll(truth.keySet());
            wrong.entrySet().removeAll(truth.entrySet());
            System.out.printf(
                    "%s: %d kills, %d ends in good order, %d rows, messages %s, %d repeated, %d lost, %d left over, %d wrong%n",
                    report, killed, ended, truth.size(), changes, repeated, lost.size(), leftOver.size(), wrong.size());
            assertThat(receiver).isEqualTo(truth);
            assertThat(repeated).isLessThanOrEqualTo(killed * COMMIT_EVERY);
        }

        private List<CrashedRoute.Line> lines() throws IOException {
            return Files.exists(file)
                    ? Files.readAllLines(file).stream()
                            .map(CrashedRoute.Line::parse)
                            .toList()
                    : List.of();
        }

        private long size() throws IOException {
            return Files.exists(file) ? Files.size(file) : 0;
        }

        private Process start() throws IOException {
            String java =
                    Path.of(System.getProperty("java.home"), "bin", "java").toString();
            return new ProcessBuilder(
                            java,
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "-Xmx64m",
                            "-cp",
                            System.getProperty("java.class.path"),
                            CrashedRoute.class.getName(),
                            world.simulator().baseUrl().toString(),
                            world.simulator().key(),
                            report.name(),
                            World.FIRST_DAY.toString(),
                            "sendRemoved=true&commitEvery=" + COMMIT_EVERY,
                            state.toString(),
                            file.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(new File(directory.toFile(), "log.txt"))
                    .start();
        }
    }
}
