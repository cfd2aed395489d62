package io.github.paradigmreporting.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An instance in trouble gives right answers or clear errors; {@code jdbc-driver/it/faults} asks it for an hour. */
class FaultTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it.
    private Path directory;

    @Test
    void aFewQueriesHaveRightAnswersOrClearErrors() throws Exception {
        try (FaultRun run = new FaultRun(20261122, false, directory)) {
            run.run(1, 30, Duration.ofMinutes(2), Duration.ZERO);

            assertThat(run.failures()).isEmpty();
            assertThat(run.outcomes()).as(run.report()).containsKeys("right", "58030", "08001", "53400");
        }
    }

    /** A minute; {@code -Dfaults.duration=PT60M} for an hour. */
    @Tag("long")
    @Test
    @Timeout(value = 3, unit = TimeUnit.HOURS)
    void queriesForLongHaveRightAnswersOrClearErrorsAndLeaveNothingBehind() throws Exception {
        try (FaultRun run = new FaultRun(1, true, directory)) {
            run.runForLong(Duration.parse(System.getProperty("faults.duration", "PT1M")));

            assertThat(run.failures()).isEmpty();
            assertThat(run.outcomes()).as(run.report()).containsKeys("right", "58030", "08001", "53400", "HYT00");
        }
    }
}
