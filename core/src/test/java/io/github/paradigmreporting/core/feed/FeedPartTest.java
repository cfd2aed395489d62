package io.github.paradigmreporting.core.feed;

import static io.github.paradigmreporting.core.feed.DocumentsFeed.SETTLED;
import static io.github.paradigmreporting.core.feed.DocumentsFeed.TODAY;
import static io.github.paradigmreporting.core.feed.DocumentsFeed.options;
import static io.github.paradigmreporting.core.feed.DocumentsFeed.use;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.paradigmreporting.core.client.Window;
import io.github.paradigmreporting.core.model.DocumentUse;
import io.github.paradigmreporting.core.model.Members;
import io.github.paradigmreporting.core.report.ColumnType;
import io.github.paradigmreporting.core.report.Reports;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** A consumer that stops in the middle of a slice and keeps what it was told of it. */
class FeedPartTest {
    private static final KeyShape SHAPE = KeyShape.of(Reports.DOCUMENTS);

    private final DocumentsFeed feed = new DocumentsFeed();

    @Test
    void givesTheRestOfASettledDayOnly() {
        feed.options = options(SETTLED, 3, 31, Set.of(1L));
        feed.has(use(1, SETTLED, 7, 3), use(1, SETTLED, 8, 3), use(1, SETTLED, 9, 3));
        Change<DocumentUse> told = stopAfterOne();
        assertThat(feed.state(1).settledThrough()).isNull();

        assertThat(feed.changes())
                .hasSize(2)
                .allSatisfy(change -> assertThat(change.kind()).isEqualTo(ChangeKind.NEW))
                .extracting(Change::key)
                .doesNotContain(told.key());
        assertThat(feed.state(1).settledThrough()).isEqualTo(SETTLED);
        assertThat(feed.state(1).openRows()).isZero();
        assertThat(feed.changes()).isEmpty();
        assertThat(feed.pass()).isEmpty();
    }

    @Test
    void saysWhatBecameOfARowThatAPartTold() {
        feed.options = options(SETTLED, 3, 31, Set.of(1L));
        feed.has(use(1, SETTLED, 7, 3), use(1, SETTLED, 8, 3));
        Change<DocumentUse> told = stopAfterOne();
        feed.api.remove(1, SETTLED);

        assertThat(feed.changes()).isEmpty();
        assertThat(feed.changes()).containsExactly(new Change<>(ChangeKind.VANISHED, told.key(), null));
        assertThat(feed.pass()).isEmpty();
    }

    @Test
    void takesBackWhatAPartTold() {
        feed.has(use(1, TODAY, 7, 3), use(1, TODAY, 8, 3));
        feed.pass();
        feed.has(use(1, TODAY, 7, 4), use(1, TODAY, 8, 4));
        Change<DocumentUse> told = stopAfterOne();
        feed.has(use(1, TODAY, 7, 3), use(1, TODAY, 8, 3));

        assertThat(feed.changes()).singleElement().satisfies(change -> {
            assertThat(change.kind()).isEqualTo(ChangeKind.RESTATED);
            assertThat(change.key()).isEqualTo(told.key());
        });
    }

    @Test
    void forgetsARowWhoseRemovalWasTold() {
        FeedState both = FeedState.partly(
                Reports.DOCUMENTS,
                null,
                List.of(given(ChangeKind.NEW, use(1, TODAY, 7, 3)), given(ChangeKind.NEW, use(1, TODAY, 8, 3))));
        FeedState one = FeedState.partly(
                Reports.DOCUMENTS, both, List.of(new Change<>(ChangeKind.VANISHED, List.of(1L, TODAY, 7L), null)));

        assertThat(both.openRows()).isEqualTo(2);
        assertThat(one)
                .isEqualTo(
                        FeedState.partly(Reports.DOCUMENTS, null, List.of(given(ChangeKind.NEW, use(1, TODAY, 8, 3)))));
    }

    @Test
    void knowsRowsOfReportsThatDoNotCountByDay() {
        Members members = new Members(1, "One", SETTLED, TODAY, 10L, 5L);

        FeedState state =
                FeedState.partly(Reports.MEMBERS, null, List.of(new Change<>(ChangeKind.NEW, List.of(1L), members)));

        assertThat(state.open()).containsOnlyKeys(FeedState.NO_DAY);
        assertThat(FeedState.decode(state.encode())).isEqualTo(state);
    }

    @Test
    void goesOnFromAStateWhoseKeysHadAnotherForm() {
        KeyShape older = new KeyShape(List.of("document_name"), List.of(ColumnType.TEXT));
        TreeMap<LocalDate, DayDigests> open = new TreeMap<>();
        open.put(TODAY, DayDigests.of(older, Map.of(List.of("a"), 1L)));
        Window settled = new Window(DocumentsFeed.START, SETTLED);
        feed.saved.put(1L, new FeedState("documents", older, DayRanges.NONE.plus(settled), open));
        feed.has(use(1, TODAY, 7, 3), use(1, TODAY, 8, 3));
        Change<DocumentUse> told = stopAfterOne();

        assertThat(feed.changes()).singleElement().satisfies(change -> assertThat(change.key())
                .isNotEqualTo(told.key()));
        assertThat(feed.changes()).isEmpty();
        assertThat(feed.pass()).isEmpty();
    }

    @Test
    void givesAgainFromTheDayItIsRewoundTo() {
        feed.options = options(SETTLED.minusDays(2), 3, 31, Set.of(1L));
        feed.has(use(1, SETTLED.minusDays(1), 7, 3), use(1, SETTLED, 7, 3), use(1, TODAY, 7, 3));
        feed.pass();
        FeedState rewound = feed.state(1).rewind(SETTLED);
        feed.saved.put(1L, FeedState.decode(rewound.encode()));

        assertThat(rewound.settledThrough()).isEqualTo(SETTLED.minusDays(1));
        assertThat(feed.changes())
                .containsExactlyInAnyOrder(
                        given(ChangeKind.NEW, use(1, SETTLED, 7, 3)), given(ChangeKind.NEW, use(1, TODAY, 7, 3)));
    }

    @RepeatedTest(20)
    void mergesAsAMapWould(RepetitionInfo repetition) {
        SplittableRandom random = new SplittableRandom(repetition.getCurrentRepetition());
        Map<List<Object>, Long> model = new HashMap<>();
        DayDigests digests = DayDigests.NONE;
        for (int i = 0; i < 20; i++) {
            Map<List<Object>, OptionalLong> told = new HashMap<>();
            for (int rows = random.nextInt(30); rows > 0; rows--) {
                List<Object> key = List.of(random.nextLong(-20, 100));
                long hash = random.nextLong();
                boolean gone = random.nextInt(3) == 0;
                told.put(key, gone ? OptionalLong.empty() : OptionalLong.of(hash));
            }
            told.forEach((key, hash) -> hash.ifPresentOrElse(value -> model.put(key, value), () -> model.remove(key)));
            digests = digests.with(SHAPE, told);

            assertThat(digests).isEqualTo(DayDigests.of(SHAPE, model));
        }
    }

    private static Change<DocumentUse> given(ChangeKind kind, DocumentUse row) {
        return new Change<>(kind, List.of(row.companyId(), row.date(), row.documentId()), row);
    }

    /** Takes one change of a pass and saves that. */
    private Change<DocumentUse> stopAfterOne() {
        try (FeedPass<DocumentUse> pass = feed.begin()) {
            for (SliceDelta<DocumentUse> delta = pass.next(); delta != null; delta = pass.next()) {
                if (!delta.changes().isEmpty()) {
                    Change<DocumentUse> first = delta.changes().get(0);
                    FeedState state = FeedState.partly(Reports.DOCUMENTS, feed.saved.get(1L), List.of(first));
                    feed.saved.put(1L, FeedState.decode(state.encode()));
                    return first;
                }
            }
        }
        throw new AssertionError("nothing changed");
    }
}
