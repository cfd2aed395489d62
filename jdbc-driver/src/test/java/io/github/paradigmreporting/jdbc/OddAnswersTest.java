package io.github.paradigmreporting.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.paradigmreporting.simulator.Fault;
import io.github.paradigmreporting.simulator.OddAnswer;
import io.github.paradigmreporting.simulator.ParadigmSimulator;
import io.github.paradigmreporting.simulator.VirtualClock;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Answers that are not what the API's reference shows: an error or the rows, and nothing of them is kept. */
class OddAnswersTest {
    private final VirtualClock clock = VirtualClock.standing();
    private final ParadigmSimulator simulator =
            ParadigmSimulator.builder().clock(clock).companies(3).start();

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it.
    private Path directory;

    @AfterEach
    void stop() {
        simulator.close();
    }

    @ParameterizedTest
    @EnumSource
    void leaveNoTrace(OddAnswer odd) throws SQLException {
        // Today's figures grow while the clock goes on.
        LocalDate yesterday = simulator.dataset().today().minusDays(1);
        String sql = "SELECT * FROM " + odd.report().name() + " WHERE date BETWEEN "
                + SqlFixture.day(yesterday.minusDays(20)) + " AND " + SqlFixture.day(yesterday)
                + " ORDER BY company_id, date, 4";
        List<List<@Nullable Object>> truth;
        try (Connection other = SqlFixture.connect(simulator, "storeSize", "0")) {
            truth = SqlFixture.query(other, sql);
        }
        assertThat(truth).isNotEmpty();
        simulator.faults().always("*", Fault.odd(odd));
        try (Connection connection = connect()) {
            SQLException error = catchThrowableOfType(SQLException.class, () -> SqlFixture.query(connection, sql));
            switch (odd.verdict()) {
                case REFUSED -> assertThat(error.getSQLState()).isEqualTo("58030");
                case BROKEN -> assertThat(error.getSQLState()).isEqualTo("08001");
                case DOUBTED, TAKEN -> assertThat((Throwable) error).isNull();
            }
            simulator.faults().clear();
            clock.advance(Duration.ofHours(1));

            if (odd.verdict() != OddAnswer.Verdict.TAKEN) {
                assertThat(SqlFixture.query(connection, sql)).isEqualTo(truth);
            }
        }
        if (odd.verdict() != OddAnswer.Verdict.TAKEN) {
            try (Connection another = connect()) {
                assertThat(SqlFixture.query(another, sql)).isEqualTo(truth);
            }
        }
    }

    private Connection connect() throws SQLException {
        return SqlFixture.connect(
                simulator,
                "attempts",
                "1",
                "requestsPerMinute",
                "100000",
                "recentTtl",
                "1m",
                "storeDirectory",
                directory.toString());
    }
}
