package io.github.paradigmreporting.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.paradigmreporting.core.client.Cancellation;
import io.github.paradigmreporting.core.client.ReportQuery;
import io.github.paradigmreporting.core.report.Reports;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Stores of several keys in one JVM. */
class SharedStoresTest {
    private static final long DAY_OF_THREE_ROWS = 1_150;

    private final StoreOptions options =
            new StoreOptions(64 << 20, Duration.ofMinutes(5), 3, Duration.ZERO, ZoneOffset.UTC);
    private final FakeClock clock = new FakeClock("2026-06-15T12:00:00Z");
    private final FakeInstance instance = new FakeInstance(clock, options);

    @Test
    void aStoreIsNamedByItsOwner() {
        SharedStores stores = new SharedStores(1 << 20);
        assertThat(stores.of("mine", clock, options)).isSameAs(stores.of("mine", clock, options));
        assertThat(stores.of("mine", clock, options)).isNotSameAs(stores.of("yours", clock, options));
    }

    @Test
    void noStoreKeepsMoreThanAllMayTogether() {
        DayStore only = new SharedStores(10 * DAY_OF_THREE_ROWS).of("only", clock, options);
        ask(only, 25);
        assertThat(only.bytes()).isBetween(8 * DAY_OF_THREE_ROWS, 10 * DAY_OF_THREE_ROWS);
    }

    @Test
    void whoAskedLongestAgoMakesRoom() {
        SharedStores stores = new SharedStores(20 * DAY_OF_THREE_ROWS);
        DayStore first = stores.of("first", clock, options);
        DayStore second = stores.of("second", clock, options);
        DayStore third = stores.of("third", clock, options);
        ask(first, 8);
        ask(second, 8);
        ask(first, 8);
        assertThat(instance.takeAsked()).hasSize(2);
        assertThat(Stream.of(first, second).map(DayStore::bytes)).allMatch(bytes -> bytes > 7 * DAY_OF_THREE_ROWS);

        ask(third, 6);
        assertThat(second.bytes()).isLessThan(7 * DAY_OF_THREE_ROWS);
        ask(first, 8);
        ask(third, 6);
        assertThat(instance.takeAsked()).hasSize(1);

        ask(third, 18);
        assertThat(Stream.of(first, second, third).mapToLong(DayStore::bytes).sum())
                .isLessThanOrEqualTo(20 * DAY_OF_THREE_ROWS);
        assertThat(second.bytes()).isZero();
    }

    /** Asks for the first days of May but the first, and waits until what came is kept and room made. */
    private void ask(DayStore store, int days) {
        LocalDate from = LocalDate.of(2026, 5, 2);
        assertThat(store.rows(
                                instance,
                                ReportQuery.of(Reports.SESSIONS, from, from.plusDays(days - 1L)),
                                new Cancellation())
                        .toList())
                .hasSize(3 * days);
        Asking.until(() -> instance.fetches.stream().allMatch(FakeFetch::isClosed));
    }
}
