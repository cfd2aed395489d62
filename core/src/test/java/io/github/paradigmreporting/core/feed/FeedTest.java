package io.github.paradigmreporting.core.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.paradigmreporting.core.model.DocumentUse;
import io.github.paradigmreporting.core.report.Reports;
import io.github.paradigmreporting.core.settings.DayExpression;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FeedTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);
    private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");
    private static final FeedOptions OPTIONS = new FeedOptions(
            DayExpression.of(LocalDate.of(2026, 1, 1)), 3, Duration.ofHours(6), ZoneOffset.UTC, 31, Set.of());

    private final ModelApi<DocumentUse> api = new ModelApi<>(Reports.DOCUMENTS, 1);
    private final Map<Long, FeedState> saved = new HashMap<>();

    @Test
    void givesAllRowsOnceAndThenOnlyWhatChanged() {
        api.put(use(1, TODAY.minusDays(40), 7, 3));
        api.put(use(1, TODAY, 7, 3));
        api.put(use(2, TODAY, 8, 1));

        assertThat(pass()).extracting(Change::kind).containsOnly(ChangeKind.NEW).hasSize(3);
        assertThat(pass()).isEmpty();

        api.put(use(1, TODAY, 7, 4));
        api.remove(2L, TODAY);

        assertThat(pass())
                .containsExactly(
                        new Change<>(ChangeKind.RESTATED, List.of(1L, TODAY, 7L), use(1, TODAY, 7, 4)),
                        new Change<>(ChangeKind.VANISHED, List.of(2L, TODAY, 8L), null));
        assertThat(pass()).isEmpty();
    }

    private List<Change<DocumentUse>> pass() {
        List<Change<DocumentUse>> changes = new ArrayList<>();
        try (FeedPass<DocumentUse> pass = new Feed<>(Reports.DOCUMENTS, OPTIONS, api::rows).begin(saved, NOW)) {
            for (SliceDelta<DocumentUse> delta = pass.next(); delta != null; delta = pass.next()) {
                changes.addAll(delta.changes());
                saved.put(delta.companyId(), FeedState.decode(delta.state().encode()));
            }
        }
        return changes;
    }

    private static DocumentUse use(long company, LocalDate day, long document, long count) {
        return new DocumentUse(company, "Company " + company, day, document, "file.pdf", null, count);
    }
}
