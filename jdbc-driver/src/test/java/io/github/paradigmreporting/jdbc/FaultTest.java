package io.github.paradigmreporting.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An instance in trouble gives right answers or clear errors; {@code jdbc-driver/it/faults} asks it for an hour. */
class FaultTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it.
    private Path directory;

    @Test
    void aFewQueriesHaveRightAnswersOrClearErrors() throws Exception {
        try (FaultRun run = new FaultRun(20261122, false, directory)) {
            run.run(1, 45, Duration.ofMinutes(2), Duration.ZERO);

            assertThat(run.failures()).isEmpty();
            assertThat(run.outcomes()).as(run.report()).containsKeys("right", "58030", "08001", "28000");
        }
    }

    @Tag("long")
    @Test
    void aMinuteOfQueriesHasRightAnswersOrClearErrors() throws Exception {
        try (FaultRun run = new FaultRun(1, true, directory)) {
            run.run(4, Integer.MAX_VALUE, Duration.ofMinutes(1), Duration.ofMillis(20));

            assertThat(run.failures()).isEmpty();
            assertThat(run.outcomes()).as(run.report()).containsKeys("right", "58030", "08001", "53400", "HYT00");
        }
    }
}
