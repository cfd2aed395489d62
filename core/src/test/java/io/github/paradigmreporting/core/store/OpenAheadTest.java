package io.github.paradigmreporting.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.paradigmreporting.core.client.ReportQuery;
import io.github.paradigmreporting.core.model.SessionsDay;
import io.github.paradigmreporting.core.report.Reports;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** How many answers may be on their way to one store. */
class OpenAheadTest {
    private static final LocalDate FROM = LocalDate.of(2026, 1, 2);

    private final StoreOptions options =
            new StoreOptions(64 << 20, Duration.ofMinutes(5), 3, Duration.ZERO, ZoneOffset.UTC);
    private final FakeClock clock = new FakeClock("2026-06-15T12:00:00Z");
    private final FakeInstance instance = new FakeInstance(clock, options);
    private final DayStore store = new SharedStores(Long.MAX_VALUE).of("test", clock, options);

    @Test
    void requestsOneWindowAtFirstAndNeverMoreThanFourAhead() {
        instance.answersAtOnce = false;
        instance.windowDays = 1;
        instance.maxConcurrentRequests = 16;
        Asking<SessionsDay> asking =
                new Asking<>(store, instance, ReportQuery.of(Reports.SESSIONS, FROM, FROM.plusDays(27)));
        asking.waiting();
        assertThat(instance.asked).hasSize(1);

        for (int window = 1; window <= 20; window++) {
            int requested = window + 4;
            instance.fetches.get(window - 1).arrive();
            Asking.until(() -> instance.asked.size() >= requested);
            asking.waiting();
            assertThat(instance.asked).hasSize(requested);
        }

        instance.answersAtOnce = true;
        instance.fetches.forEach(FakeFetch::arrive);
        assertThat(asking.rows()).hasSize(3 * 28);
    }
}
