package io.github.paradigmreporting.examples.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.awaitility.Durations.ONE_MINUTE;

import io.github.paradigmreporting.core.model.SessionsDay;
import io.github.paradigmreporting.core.report.Reports;
import io.github.paradigmreporting.simulator.ParadigmSimulator;
import io.github.paradigmreporting.simulator.SimulatorExtension;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SimulatorExtension.class)
final class ReportFilesTest {
    private final Path folder;

    ReportFilesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void writesALineForEachDayUnderTheNamesOfTheReport(ParadigmSimulator simulator) throws Exception {
        LocalDate yesterday = simulator.dataset().today().minusDays(1);
        Path file = folder.resolve("sessions.csv");
        try (Started routes = new Started(
                simulator, folder.resolve("state"), Map.of("files.folder", folder.toString()), new ReportFiles())) {
            await().atMost(ONE_MINUTE).until(() -> Files.exists(file));
        }

        List<String> lines = Files.readAllLines(file);
        assertThat(lines.get(0).replace("\"", ""))
                .isEqualTo("company_id,company_name,date,sessions_count,user_queries_count");
        assertThat(lines)
                .containsAll(simulator.dataset().rows(Reports.SESSIONS, yesterday.minusDays(20), yesterday).stream()
                        .map(ReportFilesTest::line)
                        .toList());
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    private static String line(SessionsDay day) {
        return Stream.of(day.companyId(), day.companyName(), day.date(), day.sessionsCount(), day.userQueriesCount())
                .map(value -> value == null ? "" : value.toString().replace("\"", "\"\""))
                .collect(Collectors.joining("\",\"", "\"", "\""));
    }
}
