package io.github.paradigmreporting.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.paradigmreporting.core.client.Cancellation;
import io.github.paradigmreporting.core.client.ReportQuery;
import io.github.paradigmreporting.core.client.Rows;
import io.github.paradigmreporting.core.client.Window;
import io.github.paradigmreporting.core.model.SessionsDay;
import io.github.paradigmreporting.core.report.Reports;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an observer of a query is told. */
class DaysObserverTest {
    private final StoreOptions options =
            new StoreOptions(64 << 20, Duration.ofMinutes(5), 3, Duration.ZERO, ZoneOffset.UTC);
    private final FakeClock clock = new FakeClock("2026-06-15T12:00:00Z");
    private final FakeInstance instance = new FakeInstance(clock, options);
    private final DayStore store = new SharedStores(Long.MAX_VALUE).of("test", clock, options);
    private final List<String> told = new ArrayList<>();
    private final DaysObserver observer = new DaysObserver() {
        @Override
        public void requested(Window days) {
            told.add("requested " + days);
        }

        @Override
        public void kept(Window days) {
            told.add("kept " + days);
        }
    };

    @Test
    void hearsWhichDaysAreRequestedAndWhichAreKept() {
        rows("2026-03-10", "2026-03-20", observer).toList();
        rows("2026-03-15", "2026-03-25", observer).toList();

        assertThat(told)
                .containsExactly(
                        "requested " + window("2026-03-10", "2026-03-20"),
                        "kept " + window("2026-03-15", "2026-03-20"),
                        "requested " + window("2026-03-21", "2026-03-25"));
    }

    @Test
    void keepsARequestFromBeingSentByAnException() {
        DaysObserver refusing = new DaysObserver() {
            @Override
            public void requested(Window days) {
                throw new IllegalStateException("enough");
            }
        };
        try (Rows<SessionsDay> rows = rows("2026-03-10", "2026-03-20", refusing)) {
            assertThatThrownBy(rows::hasNext).hasMessage("enough");
            assertThatThrownBy(rows::hasNext).hasMessage("enough");
        }
        assertThat(instance.takeAsked()).isEmpty();

        assertThat(rows("2026-03-10", "2026-03-20", DaysObserver.NONE).toList()).hasSize(33);
    }

    private Rows<SessionsDay> rows(String from, String to, DaysObserver told) {
        return store.rows(
                instance,
                ReportQuery.of(Reports.SESSIONS, LocalDate.parse(from), LocalDate.parse(to)),
                new Cancellation(),
                told);
    }

    private static Window window(String from, String to) {
        return new Window(LocalDate.parse(from), LocalDate.parse(to));
    }
}
