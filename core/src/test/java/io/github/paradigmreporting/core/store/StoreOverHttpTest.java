package io.github.paradigmreporting.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.paradigmreporting.core.client.Cancellation;
import io.github.paradigmreporting.core.client.ParadigmReportingClient;
import io.github.paradigmreporting.core.client.ReportQuery;
import io.github.paradigmreporting.core.error.CancelledException;
import io.github.paradigmreporting.core.model.DocumentUse;
import io.github.paradigmreporting.core.report.Reports;
import io.github.paradigmreporting.core.settings.SettingValues;
import io.github.paradigmreporting.core.settings.Settings;
import io.github.paradigmreporting.core.settings.Spelling;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The shared store with real clients of a real server. */
@Timeout(60)
class StoreOverHttpTest {
    private static final StoreOptions OPTIONS =
            new StoreOptions(64 << 20, Duration.ofMinutes(5), 3, Duration.ZERO, ZoneOffset.UTC);

    private final DayServer server = new DayServer(10);

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void clientsOfTheSameAddressAndKeyShareDays() {
        try (ParadigmReportingClient first = client("key");
                ParadigmReportingClient second = client("key")) {
            assertThat(DayStore.shared(first, OPTIONS)).isSameAs(DayStore.shared(second, OPTIONS));

            List<DocumentUse> rows = rows(first, "2025-03-01", "2025-03-20");
            assertThat(rows).hasSize(200);
            assertThat(rows(second, "2025-03-01", "2025-03-20")).isEqualTo(rows);
            assertThat(server.asked).containsExactly("2025-03-01..2025-03-20");
        }
    }

    @Test
    void clientsOfAnotherKeyShareNothing() {
        try (ParadigmReportingClient mine = client("key");
                ParadigmReportingClient yours = client("another-key")) {
            rows(mine, "2025-03-01", "2025-03-20");
            rows(yours, "2025-03-01", "2025-03-20");
            assertThat(server.asked).hasSize(2);
        }
    }

    @Test
    void tenQueriesOfOneQuarterCostTheQuarterOnce() {
        server.open = new CountDownLatch(1);
        try (ParadigmReportingClient client = client("key")) {
            DayStore store = DayStore.shared(client, OPTIONS);
            WindowSource source = WindowSource.of(client);
            List<Asking<DocumentUse>> ten = IntStream.range(0, 10)
                    .mapToObj(i -> new Asking<>(store, source, query("2025-01-01", "2025-03-31")).waiting())
                    .toList();
            server.open.countDown();
            assertThat(ten).allSatisfy(asking -> assertThat(asking.rows()).hasSize(900));
            assertThat(server.asked).hasSize(5).doesNotHaveDuplicates();
        }
    }

    @Test
    void cancellingTheOnlyOneWhoWaitsHangsUp() throws Exception {
        try (DayServer large = new DayServer(100_000);
                ParadigmReportingClient client = client("key", large)) {
            large.open = new CountDownLatch(1);
            Asking<DocumentUse> only = new Asking<>(
                    DayStore.shared(client, OPTIONS), WindowSource.of(client), query("2025-03-01", "2025-03-31"));
            Asking.until(() -> large.asked.size() == 1);
            only.cancellation.cancel();
            assertThat(only.failure()).isInstanceOf(CancelledException.class);
            large.open.countDown();
            assertThat(large.hungUp.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void aClosedClientLeavesItsRequestsToThoseWhoWait() {
        server.open = new CountDownLatch(1);
        try (ParadigmReportingClient going = client("key");
                ParadigmReportingClient staying = client("key")) {
            DayStore store = DayStore.shared(going, OPTIONS);
            var query = query("2025-03-01", "2025-03-02");
            Asking<DocumentUse> leader = new Asking<>(store, WindowSource.of(going), query).waiting();
            Asking<DocumentUse> waiter = new Asking<>(store, WindowSource.of(staying), query).waiting();
            Asking.until(() -> server.asked.size() == 1);
            going.close();
            server.open.countDown();
            assertThat(leader.failure()).isInstanceOf(CancelledException.class);
            assertThat(waiter.rows()).hasSize(20);
            assertThat(server.asked).hasSize(2);
        }
    }

    @Test
    void keepsNothingWithoutMemory() {
        StoreOptions none = new StoreOptions(0, Duration.ofMinutes(5), 3, Duration.ZERO, ZoneOffset.UTC);
        try (ParadigmReportingClient client = client("key-without-store")) {
            DayStore store = DayStore.shared(client, none);
            var query = query("2025-03-01", "2025-03-02").select(List.of("usage_count"));
            for (int i = 0; i < 2; i++) {
                assertThat(store.rows(client, query, new Cancellation()).toList())
                        .hasSize(20)
                        .extracting(DocumentUse::documentTitle)
                        .containsOnlyNulls();
            }
            LocalDate future = LocalDate.of(2999, 1, 1);
            ReportQuery<DocumentUse> never = ReportQuery.of(Reports.DOCUMENTS, future, future);
            assertThat(store.rows(client, never, new Cancellation()).toList()).isEmpty();
            assertThat(server.asked).hasSize(2);
            assertThat(store.contents()).isEmpty();
        }
    }

    @Test
    void givesUpNothingWhenTheOptionsShrinkToNothing() {
        try (ParadigmReportingClient client = client("key")) {
            rows(client, "2025-03-01", "2025-03-02");
            DayStore store = DayStore.shared(
                    client, new StoreOptions(0, Duration.ofMinutes(5), 3, Duration.ZERO, ZoneOffset.UTC));
            assertThat(store.contents()).isEmpty();
            assertThat(store.rows(client, query("2025-03-01", "2025-03-02"), new Cancellation())
                            .toList())
                    .hasSize(20);
        }
    }

    @Test
    void takesItsOptionsFromTheSettings() {
        SettingValues values = SettingValues.read(Settings.ALL, Spelling.CAMEL_CASE, name -> switch (name) {
            case "storeSize" -> "1MiB";
            case "recentTtl" -> "10s";
            case "settleDelay" -> "1h";
            case "zone" -> "Europe/Paris";
            case "storeDirectory" -> "kept";
            case "storeDirectorySize" -> "1KiB";
            default -> null;
        });
        assertThat(StoreOptions.of(values))
                .isEqualTo(new StoreOptions(
                        1 << 20,
                        Duration.ofSeconds(10),
                        3,
                        Duration.ofHours(1),
                        java.time.ZoneId.of("Europe/Paris"),
                        java.nio.file.Path.of("kept"),
                        1024));
    }

    @Test
    void refusesNegativeOptions() {
        assertThatThrownBy(() -> new StoreOptions(-1, Duration.ZERO, 0, Duration.ZERO, ZoneOffset.UTC))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-1 bytes");
    }

    private List<DocumentUse> rows(ParadigmReportingClient client, String from, String to) {
        return DayStore.shared(client, OPTIONS)
                .rows(client, query(from, to), new Cancellation())
                .toList();
    }

    private static ReportQuery<DocumentUse> query(String from, String to) {
        return ReportQuery.of(Reports.DOCUMENTS, LocalDate.parse(from), LocalDate.parse(to));
    }

    private ParadigmReportingClient client(String key) {
        return client(key, server);
    }

    private static ParadigmReportingClient client(String key, DayServer instance) {
        return ParadigmReportingClient.builder()
                .baseUrl(instance.url())
                .apiKey(key)
                .set(Settings.GZIP, "false")
                .build();
    }
}
