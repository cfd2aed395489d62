package io.github.paradigmreporting.core.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.paradigmreporting.core.client.Window;
import io.github.paradigmreporting.core.error.InvalidSettingException;
import io.github.paradigmreporting.core.model.DocumentUse;
import io.github.paradigmreporting.core.model.SessionsDay;
import io.github.paradigmreporting.core.report.Report;
import io.github.paradigmreporting.core.report.Reports;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedStateTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);
    /** Composed by hand from the documented form, not by this code. */
    private static final String TWO_DOCUMENTS =
            "UEYBCWRvY3VtZW50cwELZG9jdW1lbnRfaWQGQklHSU5UAcy_AkEBCAMTDg9e3mko5VdkygSRH-Xu__piFVKyEQI";

    static List<Report<?>> reports() {
        return Reports.ALL;
    }

    @Test
    void isTheSameTextInEveryVersion() {
        RowHash<DocumentUse> hash = new RowHash<>(Reports.DOCUMENTS);
        DocumentUse first = new DocumentUse(2, "Acme", DAY, 7, "file.pdf", null, 3L);
        DocumentUse second = new DocumentUse(2, "Acme", DAY, 300, "\u00e9.pdf", "T", 0L);
        FeedState state = FeedState.none(Reports.DOCUMENTS)
                .settle(new Window(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 3, 6)))
                .remember(
                        DAY,
                        DayDigests.of(
                                KeyShape.of(Reports.DOCUMENTS),
                                Map.of(List.of(300L), hash.of(second), List.of(7L), hash.of(first))));

        assertThat(state.encode()).isEqualTo(TWO_DOCUMENTS);
        assertThat(FeedState.decode(TWO_DOCUMENTS)).isEqualTo(state).hasSameHashCodeAs(state);
    }

    @Test
    void hashesARowAlikeInEveryVersion() {
        SessionsDay row = new SessionsDay(
                2, "Acme", DAY, 12L, 2L, 83.25, 40L, null, 41L, Instant.parse("2026-03-10T23:59:58.5Z"));

        assertThat(new RowHash<>(Reports.SESSIONS).of(row)).isEqualTo(0x8983fe994034a70aL);
    }

    @ParameterizedTest
    @MethodSource("reports")
    <R extends io.github.paradigmreporting.core.model.Row> void hashesDifferWhereverAValueDiffers(Report<R> report) {
        ModelRows<R> rows = new ModelRows<>(report, new SplittableRandom(3));
        RowHash<R> hash = new RowHash<>(report);
        Map<Long, List<Object>> values = new HashMap<>();
        for (int i = 0; i < 10_000; i++) {
            R row = rows.any(1 + i % 3, DAY.plusDays(i % 4));
            List<Object> before = values.putIfAbsent(hash.of(row), rows.values(row));
            assertThat(before == null || before.equals(rows.values(row))).isTrue();
        }
        assertThat(values.values()).doesNotHaveDuplicates();
    }

    @Test
    void saysWhatItHolds() {
        FeedState state = FeedState.decode(TWO_DOCUMENTS);

        assertThat(state.report()).isEqualTo("documents");
        assertThat(state.from()).isEqualTo("2026-01-01");
        assertThat(state.settledThrough()).isEqualTo("2026-03-06");
        assertThat(state.openRows()).isEqualTo(2);
        assertThat(state.size()).isEqualTo(TWO_DOCUMENTS.length());
        assertThat(state).hasToString("documents settled [2026-01-01..2026-03-06], open [2026-03-10] with 2 rows");
        assertThat(FeedState.none(Reports.DOCUMENTS).settledThrough()).isNull();
        assertThat(FeedState.none(Reports.DOCUMENTS).from()).isNull();
    }

    @Test
    void refusesATornText() {
        for (int length = 0; length < TWO_DOCUMENTS.length(); length++) {
            String torn = TWO_DOCUMENTS.substring(0, length);
            assertThatThrownBy(() -> FeedState.decode(torn))
                    .isInstanceOf(InvalidSettingException.class)
                    .hasMessageContaining("remove it to read everything again");
        }
        assertThatThrownBy(() -> FeedState.decode(TWO_DOCUMENTS.substring(0, 60)))
                .hasMessageContaining("torn");
    }

    @Test
    void refusesAChangedText() {
        for (int i = 4; i < TWO_DOCUMENTS.length() - 1; i++) {
            char other = TWO_DOCUMENTS.charAt(i) == 'A' ? 'B' : 'A';
            String changed = TWO_DOCUMENTS.substring(0, i) + other + TWO_DOCUMENTS.substring(i + 1);
            assertThatThrownBy(() -> FeedState.decode(changed))
                    .isInstanceOf(InvalidSettingException.class)
                    .hasMessageContaining("checksum");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026-03-10", "{\"settled_through\":\"2026-03-10\"}", "bm90IGEgc3RhdGU", "\u00e9"})
    void refusesAForeignText(String text) {
        assertThatThrownBy(() -> FeedState.decode(text))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("feedState: the saved state is not a feed's state");
    }

    @Test
    void refusesTheTextOfANewerVersion() {
        byte[] newer = "PF\u0003whatever it holds".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() ->
                        FeedState.decode(Base64.getUrlEncoder().withoutPadding().encodeToString(newer)))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("newer version (form 3, this version reads up to 2); upgrade");
    }

    @Test
    void refusesDaysAndRangesThatNoFeedWrites() {
        List<Window> everyOtherDay = new ArrayList<>();
        for (int i = 0; i <= 10_000; i++) {
            everyOtherDay.add(new Window(DAY.plusDays(2L * i), DAY.plusDays(2L * i)));
        }
        List<DayRanges> wrong = List.of(
                new DayRanges(List.of(new Window(LocalDate.MIN, DAY))),
                new DayRanges(List.of(new Window(DAY, LocalDate.MAX))),
                new DayRanges(List.of(new Window(DAY.minusDays(60_000_000), DAY))),
                new DayRanges(List.of(new Window(DAY, DAY.plusDays(5)), new Window(DAY.plusDays(4), DAY.plusDays(9)))),
                new DayRanges(List.of(new Window(DAY, DAY.plusDays(5)), new Window(DAY.plusDays(6), DAY.plusDays(9)))),
                new DayRanges(everyOtherDay));
        for (DayRanges settled : wrong) {
            FeedState state = new FeedState(
                    "documents", KeyShape.of(Reports.DOCUMENTS), settled, new TreeMap<>(), DayRanges.NONE);
            String text = state.encode();
            assertThatThrownBy(() -> FeedState.decode(text))
                    .isInstanceOf(InvalidSettingException.class)
                    .hasMessageContaining("remove it to read everything again");
        }
    }

    @Test
    void refusesPadding() {
        assertThatThrownBy(() -> FeedState.decode(TWO_DOCUMENTS + "="))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("'=' at its end");
    }

    /** The sizes that the Javadoc of {@link FeedState} tells, with document ids below 100,000. */
    @ParameterizedTest
    @CsvSource({"sessions, 1, 135", "documents, 10, 1067", "documents, 1000, 89072"})
    void isSmall(String name, int rowsPerDay, int size) {
        Report<?> report = Reports.named(name);
        SplittableRandom random = new SplittableRandom(5);
        FeedState state = FeedState.none(report).settle(new Window(LocalDate.of(2021, 1, 1), DAY.minusDays(7)));
        for (int day = 6; day >= 0; day--) {
            Map<List<Object>, Long> hashes = new HashMap<>();
            while (hashes.size() < rowsPerDay) {
                List<Object> key = name.equals("documents") ? List.of(random.nextLong(100_000)) : List.of();
                hashes.put(key, random.nextLong());
            }
            state = state.remember(DAY.minusDays(day), DayDigests.of(KeyShape.of(report), hashes));
        }

        assertThat(state.encode()).hasSize(state.size()).hasSize(size);
        assertThat(FeedState.decode(state.encode())).isEqualTo(state);
    }
}
