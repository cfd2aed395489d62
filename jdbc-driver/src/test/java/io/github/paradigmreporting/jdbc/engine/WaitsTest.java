package io.github.paradigmreporting.jdbc.engine;

import static io.github.paradigmreporting.core.client.WaitReason.BACK_OFF;
import static io.github.paradigmreporting.core.client.WaitReason.REQUESTS_AT_ONCE;
import static io.github.paradigmreporting.core.client.WaitReason.REQUESTS_PER_MINUTE;
import static io.github.paradigmreporting.core.client.WaitReason.RETRY_AFTER;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.paradigmreporting.core.client.ReportQuery;
import io.github.paradigmreporting.core.report.Reports;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a statement and {@code system.requests} say of requests that are held back. */
class WaitsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    private final MovedClock clock = new MovedClock();
    private final Waits waits = new Waits(clock);
    private final Read read = new Read(1, ReportQuery.of(Reports.TOOLS, LocalDate.of(2023, 1, 1), TODAY), clock);

    @Test
    void namesTheSettingTheTimeTheDaysAndTheRemedy() {
        waits.begin(REQUESTS_PER_MINUTE, Duration.ofMillis(54_040), read);
        clock.pass(Duration.ofMinutes(1));

        assertThat(waits.warnings(48, TODAY))
                .containsExactly(
                        "the statement waited 54.0 s because as many requests as requestsPerMinute allows were sent"
                                + " within a minute; 48 requests were sent by the statement, and it was reading tools"
                                + " 2023-01-01..2026-03-02. Add a condition such as date >= DATE '2026-02-02', or raise"
                                + " requestsPerMinute if the instance allows it");
    }

    @Test
    void namesTheInstanceWhereItDemandsTheWait() {
        waits.begin(RETRY_AFTER, Duration.ofSeconds(30), read);
        clock.pass(Duration.ofSeconds(7));

        assertThat(waits.warnings(3, TODAY))
                .singleElement()
                .asString()
                .startsWith("the statement waited 7.0 s because the"
                        + " instance demanded it by Retry-After; 3 requests were sent");
    }

    @Test
    void saysNothingOfWaitsForAnswersAndBetweenAttempts() {
        waits.begin(REQUESTS_AT_ONCE, Duration.ofSeconds(30), read);
        waits.begin(BACK_OFF, Duration.ofSeconds(30), read);
        clock.pass(Duration.ofSeconds(7));

        assertThat(waits.warnings(3, TODAY)).isEmpty();
    }

    @Test
    void countsWaitsThatOverlapOnceAndNoneAfterTheEnd() {
        waits.begin(REQUESTS_PER_MINUTE, Duration.ofSeconds(20), read);
        clock.pass(Duration.ofSeconds(10));
        waits.begin(REQUESTS_PER_MINUTE, Duration.ofSeconds(20), read);
        waits.begin(REQUESTS_PER_MINUTE, Duration.ofSeconds(5), read);
        clock.pass(Duration.ofSeconds(30));
        waits.begin(REQUESTS_PER_MINUTE, Duration.ofSeconds(60), read);
        clock.pass(Duration.ofSeconds(2));
        waits.end();
        waits.begin(REQUESTS_PER_MINUTE, Duration.ofSeconds(60), read);
        clock.pass(Duration.ofSeconds(60));

        assertThat(waits.warnings(3, TODAY)).singleElement().asString().startsWith("the statement waited 32.0 s");
    }

    @Test
    void aReadShowsItsWaitWhileItLasts() {
        read.waits(REQUESTS_AT_ONCE, Duration.ofSeconds(9));
        assertThat(waited()).isEqualTo(0L);
        read.waits(REQUESTS_PER_MINUTE, Duration.ofSeconds(50));
        clock.pass(Duration.ofSeconds(20));
        assertThat(waited()).isEqualTo(20_000L);
        clock.pass(Duration.ofSeconds(40));
        read.waits(BACK_OFF, Duration.ofSeconds(4));
        clock.pass(Duration.ofSeconds(1));
        read.end("stopped", null);
        clock.pass(Duration.ofSeconds(60));
        read.waits(REQUESTS_PER_MINUTE, Duration.ofSeconds(50));

        assertThat(waited()).isEqualTo(51_000L);
    }

    private @Nullable Object waited() {
        List<@Nullable Object> cells = read.cells();
        return cells.get(cells.size() - 2);
    }

    private static final class MovedClock extends Clock {
        private Instant now = Instant.parse("2026-03-02T12:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
