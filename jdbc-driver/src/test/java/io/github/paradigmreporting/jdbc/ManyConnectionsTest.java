package io.github.paradigmreporting.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.paradigmreporting.core.report.Reports;
import io.github.paradigmreporting.simulator.ParadigmSimulator;
import io.github.paradigmreporting.simulator.VirtualClock;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Many threads at once, on connections of their own and on one that they share. */
class ManyConnectionsTest {
    private static final int THREADS = 8;
    private static final int QUERIES = 60;
    private static final LocalDate FROM = LocalDate.parse("2026-03-01");

    @Test
    void everybodyGetsTheRightFiguresAndTheInstanceIsAskedOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try (ParadigmSimulator simulator = ParadigmSimulator.builder()
                        .clock(VirtualClock.standing())
                        .start();
                Connection shared = SqlFixture.connect(simulator)) {
            Map<LocalDate, Long> expected = new HashMap<>();
            for (int day = 0; day < 28; day++) {
                LocalDate date = FROM.plusDays(day);
                expected.put(
                        date,
                        simulator
                                .dataset()
                                .totals(Reports.SESSIONS, date, date, Set.of())
                                .sums()
                                .get("sessions_count"));
            }
            sum(shared, FROM, FROM.plusDays(27));
            List<Future<Long>> sums = new ArrayList<>();
            for (int i = 0; i < QUERIES; i++) {
                LocalDate date = FROM.plusDays(i % 28);
                boolean own = i % 2 == 0;
                sums.add(threads.submit(() -> {
                    if (!own) {
                        return sum(shared, date, date);
                    }
                    try (Connection connection = SqlFixture.connect(simulator)) {
                        return sum(connection, date, date);
                    }
                }));
            }
            for (int i = 0; i < QUERIES; i++) {
                assertThat(sums.get(i).get()).isEqualTo(expected.get(FROM.plusDays(i % 28)));
            }
            assertThat(simulator.journal().count()).isLessThanOrEqualTo(3);
        } finally {
            threads.shutdownNow();
        }
    }

    private static long sum(Connection connection, LocalDate from, LocalDate to) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT SUM(sessions_count) FROM sessions WHERE date BETWEEN ? AND ?")) {
            statement.setObject(1, from);
            statement.setObject(2, to);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }
}
