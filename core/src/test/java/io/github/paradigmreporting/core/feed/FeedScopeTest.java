package io.github.paradigmreporting.core.feed;

import static io.github.paradigmreporting.core.feed.DocumentsFeed.SETTLED;
import static io.github.paradigmreporting.core.feed.DocumentsFeed.START;
import static io.github.paradigmreporting.core.feed.DocumentsFeed.TODAY;
import static io.github.paradigmreporting.core.feed.DocumentsFeed.options;
import static io.github.paradigmreporting.core.feed.DocumentsFeed.use;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.paradigmreporting.core.client.Window;
import io.github.paradigmreporting.core.settings.DayExpression;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which companies, from when on: companies that come late, and settings that change. */
class FeedScopeTest {
    private final DocumentsFeed feed = new DocumentsFeed();

    @Test
    void catchesUpALateCompanyAlone() {
        feed.has(use(1, TODAY, 7, 3));
        feed.settle();
        feed.has(use(2, TODAY, 7, 3), use(2, START, 7, 3));

        assertThat(feed.changes()).hasSize(2);
        assertThat(feed.asked())
                .containsExactly(
                        "2026-03-07..2026-03-10",
                        "2026-01-01..2026-01-31 of [2]",
                        "2026-02-01..2026-03-03 of [2]",
                        "2026-03-04..2026-03-06 of [2]");
        assertThat(feed.pass()).isEmpty();
    }

    @Test
    void catchesUpSeveralLateCompaniesTogether() {
        feed.pass();
        feed.has(use(2, TODAY, 7, 3), use(3, TODAY, 7, 3), use(3, START, 7, 3));

        assertThat(feed.changes()).hasSize(3);
        assertThat(feed.asked()).hasSize(4).noneMatch(asked -> asked.contains("of"));
    }

    @Test
    void asksNothingMoreForACompanyFirstSeenLateInABackfill() {
        feed.has(use(1, TODAY, 7, 3), use(2, TODAY.minusDays(10), 7, 3));

        assertThat(feed.changes()).hasSize(2);
        assertThat(feed.asked()).hasSize(4).noneMatch(asked -> asked.contains("of"));
        assertThat(feed.changes()).isEmpty();
        assertThat(feed.asked()).hasSize(3).noneMatch(asked -> asked.contains("of"));
        assertThat(feed.state(2).from()).isEqualTo(START);
        assertThat(feed.state(2).settledThrough()).isEqualTo(SETTLED);
    }

    @Test
    void countsForALateCompanyWhatWasReadForAllBeforeIt() {
        feed.has(use(1, TODAY, 7, 3), use(1, START, 7, 3), use(2, TODAY.minusDays(10), 7, 3));

        assertThat(feed.changes()).hasSize(3);
        assertThat(feed.asked()).hasSize(4);
        assertThat(feed.state(2).from()).isEqualTo(START);
        assertThat(feed.state(2).settledDays()).isEqualTo(SETTLED.toEpochDay() - START.toEpochDay() + 1 - 3);
        assertThat(feed.pass()).hasSize(3);
        assertThat(feed.asked()).containsExactly("2026-03-04..2026-03-10");
    }

    @Test
    void doesNotMissACompanySeenOnlyInAnOldWindowThatACrashCutShort() {
        for (LocalDate day = START; day.isBefore(START.plusDays(31)); day = day.plusDays(1)) {
            feed.has(use(1, day, 7, 3));
        }
        feed.has(use(2, START.plusDays(3), 7, 3));
        boolean seen = false;
        for (int deltas = 1; deltas < 33; deltas++) {
            feed.saved.clear();
            seen |= feed.pass(deltas).stream().anyMatch(delta -> delta.companyId() == 2);
            feed.pass();
            assertThat(feed.saved).as("after a crash at delta %s", deltas).containsKey(2L);
        }
        assertThat(seen).isTrue();
    }

    @Test
    void asksForAListedCompanyAlone() {
        feed.options = options(START, 3, 100, Set.of(2L));
        feed.has(use(1, TODAY, 7, 3), use(2, TODAY, 7, 3));

        assertThat(feed.pass()).extracting(SliceDelta::companyId).containsOnly(2L);
        assertThat(feed.asked()).containsExactly("2026-01-01..2026-03-10 of [2]");
    }

    @Test
    void settlesListedCompaniesThatHaveNoRows() {
        feed.options = options(START, 3, 100, Set.of(5L, 6L));

        assertThat(feed.pass()).extracting(SliceDelta::companyId).containsExactly(5L, 6L);
        assertThat(feed.state(5).settledThrough()).isNull();
        assertThat(feed.pass()).extracting(SliceDelta::companyId).containsExactly(5L, 6L);
        assertThat(feed.state(5).settledThrough()).isEqualTo(SETTLED);
    }

    @Test
    void leavesTheStateOfACompanyAloneThatIsNoLongerListed() {
        feed.has(use(1, TODAY, 7, 3), use(2, TODAY, 7, 3));
        feed.settle();
        FeedState before = feed.state(2);
        feed.options = options(START, 3, 31, Set.of(1L));
        feed.has(use(2, TODAY, 7, 4));

        assertThat(feed.pass()).isEmpty();
        assertThat(feed.state(2)).isEqualTo(before);

        feed.options = options(START, 3, 31, Set.of());

        assertThat(feed.changes()).extracting(Change::kind).containsExactly(ChangeKind.RESTATED);
    }

    @Test
    void readsOnlyTheMissingDaysOfAnEarlierStart() {
        feed.has(use(1, TODAY, 7, 3), use(1, START.minusDays(5), 7, 3));
        feed.settle();
        feed.options = options(START.minusDays(9), 3, 31, Set.of());

        assertThat(feed.changes()).hasSize(1);
        assertThat(feed.asked()).containsExactly("2026-03-07..2026-03-10", "2025-12-23..2025-12-31");
        assertThat(feed.state(1).from()).isEqualTo(START.minusDays(9));
    }

    @Test
    void deletesAndRereadsNothingForALaterStart() {
        feed.has(use(1, TODAY, 7, 3), use(1, START, 7, 3));
        feed.settle();
        feed.options = options(START.plusDays(20), 3, 31, Set.of());

        assertThat(feed.pass()).isEmpty();

        feed.options = options(START, 3, 31, Set.of());

        assertThat(feed.pass()).isEmpty();
        assertThat(feed.asked()).containsExactly("2026-03-07..2026-03-10");
    }

    @Test
    void keepsSettledDaysSettledWithALargerLookBack() {
        feed.has(use(1, SETTLED, 7, 3));
        feed.settle();
        feed.options = options(START, 10, 31, Set.of());
        feed.has(use(1, SETTLED, 7, 4));

        assertThat(feed.pass()).isEmpty();
        assertThat(feed.asked()).containsExactly("2026-03-07..2026-03-10");
    }

    @Test
    void settlesDaysWithASmallerLookBack() {
        feed.has(use(1, TODAY.minusDays(2), 7, 3));
        feed.pass();
        assertThat(feed.state(1).openRows()).isEqualTo(1);
        feed.options = options(START, 1, 31, Set.of());

        assertThat(feed.changes()).isEmpty();
        assertThat(feed.state(1).openRows()).isZero();
        assertThat(feed.state(1).settledThrough()).isEqualTo(TODAY.minusDays(2));
    }

    @Test
    void forgetsRowsOfDaysThatLeaveAMovingScope() {
        feed.options = new FeedOptions(DayExpression.parse("-P1D"), 5, Duration.ZERO, ZoneOffset.UTC, 31, Set.of());
        for (int day = 0; day < 30; day++) {
            feed.has(use(1, TODAY.plusDays(day), 7, 3));
            feed.pass();
            feed.now = feed.now.plus(Duration.ofDays(1));
        }

        assertThat(feed.state(1).openRows()).isEqualTo(6);
        assertThat(feed.asked()).isEqualTo(List.of("2026-04-07..2026-04-08"));
    }

    @Test
    void countsAWindowReadForOneCompanyForThatCompanyOnly() {
        LocalDate gap = LocalDate.of(2026, 2, 3);
        FeedState none = FeedState.none(feed.api.report);
        FeedState recent = none.settle(new Window(LocalDate.of(2026, 2, 1), SETTLED));
        feed.saved.put(Feed.ALL_COMPANIES, recent);
        feed.saved.put(
                1L, none.settle(new Window(START, gap.minusDays(1))).settle(new Window(gap.plusDays(1), SETTLED)));
        feed.has(use(2, START, 7, 3), use(2, gap, 7, 3));

        assertThat(feed.changes()).hasSize(2);
        assertThat(feed.asked())
                .containsExactly(
                        "2026-03-07..2026-03-10",
                        "2026-02-03 of [1]",
                        "2026-01-01..2026-01-31",
                        "2026-02-01..2026-03-03 of [2]",
                        "2026-03-04..2026-03-06 of [2]");
    }
}
