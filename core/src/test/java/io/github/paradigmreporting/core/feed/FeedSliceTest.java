package io.github.paradigmreporting.core.feed;

import static io.github.paradigmreporting.core.feed.DocumentsFeed.SETTLED;
import static io.github.paradigmreporting.core.feed.DocumentsFeed.START;
import static io.github.paradigmreporting.core.feed.DocumentsFeed.TODAY;
import static io.github.paradigmreporting.core.feed.DocumentsFeed.options;
import static io.github.paradigmreporting.core.feed.DocumentsFeed.use;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.paradigmreporting.core.client.Rows;
import io.github.paradigmreporting.core.error.InvalidSettingException;
import io.github.paradigmreporting.core.error.UnexpectedResponseException;
import io.github.paradigmreporting.core.model.DocumentUse;
import io.github.paradigmreporting.core.model.Members;
import io.github.paradigmreporting.core.report.ColumnType;
import io.github.paradigmreporting.core.report.Reports;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What happens inside a company's day. */
class FeedSliceTest {
    private final DocumentsFeed feed = new DocumentsFeed();

    @Test
    void restatesTheOpenRowsOfARenamedCompany() {
        feed.has(use(1, TODAY, 7, 3), use(1, SETTLED, 7, 3));
        feed.pass();
        feed.has(new DocumentUse(1, "New name", TODAY, 7, "file.pdf", null, 3L));

        assertThat(feed.changes()).extracting(Change::kind).containsExactly(ChangeKind.RESTATED);
    }

    @Test
    void givesALargeSliceInPartsOfWhichOnlyTheLastMovesTheState() {
        feed.options = options(SETTLED, 3, 31, Set.of(1L));
        for (int document = 0; document < 2 * Feed.MOST_CHANGES + 1; document++) {
            feed.has(use(1, SETTLED, document, 3));
        }

        List<SliceDelta<DocumentUse>> deltas = feed.pass();

        assertThat(deltas).extracting(delta -> delta.changes().size()).containsExactly(1_000, 1_000, 1);
        assertThat(deltas).extracting(SliceDelta::complete).containsExactly(false, false, true);
        assertThat(deltas).extracting(delta -> delta.state().settledThrough()).containsExactly(null, null, SETTLED);
    }

    @Test
    void replaysALargeSliceWholeWhenOnlyPartsOfItWereSaved() {
        feed.options = options(TODAY, 3, 31, Set.of(1L));
        for (int document = 0; document < 2 * Feed.MOST_CHANGES + 1; document++) {
            feed.has(use(1, TODAY, document, 3));
        }
        feed.pass(2);

        assertThat(feed.changes()).hasSize(2 * Feed.MOST_CHANGES + 1);
        assertThat(feed.pass()).isEmpty();
    }

    @Test
    void readsNoMoreOfALargeSliceThanItGives() {
        feed.options = options(SETTLED, 3, 31, Set.of(1L));
        Iterator<DocumentUse> documents = IntStream.range(0, 100_000)
                .mapToObj(document -> use(1, SETTLED, document, 3))
                .iterator();
        int[] taken = {0};
        Rows<DocumentUse> rows = new Rows<>() {
            @Override
            public boolean hasNext() {
                return documents.hasNext();
            }

            @Override
            public DocumentUse next() {
                taken[0]++;
                return documents.next();
            }

            @Override
            public void close() {}
        };
        int given = 0;
        try (FeedPass<DocumentUse> pass =
                new Feed<>(Reports.DOCUMENTS, feed.options, query -> rows).begin(Map.of(), feed.now)) {
            for (SliceDelta<DocumentUse> delta = pass.next(); delta != null; delta = pass.next()) {
                given += delta.changes().size();
                assertThat(taken[0] - given).isBetween(0, 1);
            }
        }
        assertThat(given).isEqualTo(100_000);
    }

    @Test
    void refusesAnAnswerThatHoldsASliceTwice() {
        List<DocumentUse> answer = List.of(use(1, TODAY, 7, 3), use(2, TODAY, 7, 3), use(1, TODAY, 8, 3));

        assertThatThrownBy(() -> passOver(answer))
                .isInstanceOf(UnexpectedResponseException.class)
                .hasMessageContaining("documents of company 1 on 2026-03-10 twice");
    }

    @Test
    void refusesAnOpenSliceThatHoldsAKeyTwice() {
        List<DocumentUse> answer = List.of(use(1, TODAY, 7, 3), use(1, TODAY, 7, 4));

        assertThatThrownBy(() -> passOver(answer))
                .isInstanceOf(UnexpectedResponseException.class)
                .hasMessageContaining("documents of company 1 on 2026-03-10 holds the row [1, 2026-03-10, 7] twice");
    }

    private void passOver(List<DocumentUse> answer) {
        var source = new ModelApi<>(Reports.DOCUMENTS, 1);
        try (FeedPass<DocumentUse> pass =
                new Feed<>(Reports.DOCUMENTS, feed.options, query -> source.answer(answer)).begin(Map.of(), feed.now)) {
            SliceDelta<DocumentUse> delta = pass.next();
            while (delta != null) {
                delta = pass.next();
            }
        }
    }

    @Test
    void refusesTheStateOfAnotherReport() {
        feed.saved.put(1L, FeedState.none(Reports.TOOLS));

        assertThatThrownBy(feed::begin)
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("company 1")
                .hasMessageContaining("of report tools, not of documents");
    }

    @Test
    void restatesOpenRowsWhenTheCatalogueGivesThemAnotherKey() {
        feed.has(use(1, TODAY, 7, 3), use(1, SETTLED, 7, 3));
        feed.pass();
        KeyShape older = new KeyShape(List.of("document_name"), List.of(ColumnType.TEXT));
        FeedState state = feed.state(1);
        TreeMap<LocalDate, DayDigests> open = new TreeMap<>();
        open.put(TODAY, DayDigests.of(older, Map.of(List.of("a"), 1L, List.of("b"), 2L)));
        feed.saved.put(1L, FeedState.decode(new FeedState(state.report(), older, state.settled(), open).encode()));

        assertThat(feed.changes()).extracting(Change::kind).containsExactly(ChangeKind.RESTATED);
        assertThat(feed.pass()).isEmpty();
    }

    @Test
    void givesMembersWhenTheirFiguresChangeWhateverTheWindow() {
        ModelApi<Members> api = new ModelApi<>(Reports.MEMBERS, 1);
        api.put(new Members(1, "One", START, START, 10L, 5L));
        api.put(new Members(2, "Two", START, START, 20L, 9L));
        Map<Long, FeedState> saved = new TreeMap<>();
        Instant now = feed.now;

        assertThat(members(api, saved, now))
                .extracting(change -> change.row())
                .containsExactlyInAnyOrder(
                        new Members(1, "One", START, TODAY, 10L, 5L), new Members(2, "Two", START, TODAY, 20L, 9L));
        assertThat(api.asked).hasSize(1);
        assertThat(saved).containsOnlyKeys(1L, 2L);
        assertThat(members(api, saved, now.plusSeconds(86_400))).isEmpty();

        api.put(new Members(1, "One", START, START, 11L, 5L));
        api.remove(2L);

        assertThat(members(api, saved, now))
                .containsExactly(
                        new Change<>(ChangeKind.RESTATED, List.of(1L), new Members(1, "One", START, TODAY, 11L, 5L)),
                        new Change<>(ChangeKind.VANISHED, List.of(2L), null));
        assertThat(members(api, saved, now)).isEmpty();
    }

    private List<Change<Members>> members(ModelApi<Members> api, Map<Long, FeedState> saved, Instant now) {
        List<Change<Members>> changes = new ArrayList<>();
        try (FeedPass<Members> pass = new Feed<>(Reports.MEMBERS, feed.options, api::rows).begin(saved, now)) {
            for (SliceDelta<Members> delta = pass.next(); delta != null; delta = pass.next()) {
                assertThat(delta.day()).isNull();
                changes.addAll(delta.changes());
                saved.put(delta.companyId(), delta.state());
            }
        }
        return changes;
    }
}
