package io.github.paradigmreporting.core.feed;

import io.github.paradigmreporting.core.model.DocumentUse;
import io.github.paradigmreporting.core.report.Reports;
import io.github.paradigmreporting.core.settings.DayExpression;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** A feed of documents at noon of a day, with an instance in memory and the states saved so far. */
final class DocumentsFeed {
    static final LocalDate TODAY = LocalDate.of(2026, 3, 10);
    static final LocalDate START = LocalDate.of(2026, 1, 1);
    /** With a look-back of 3 days, the newest settled day. */
    static final LocalDate SETTLED = LocalDate.of(2026, 3, 6);

    final ModelApi<DocumentUse> api = new ModelApi<>(Reports.DOCUMENTS, 1);
    final Map<Long, FeedState> saved = new TreeMap<>();
    Instant now = Instant.parse("2026-03-10T12:00:00Z");
    FeedOptions options = options(START, 3, 31, Set.of());

    static FeedOptions options(LocalDate start, int lookBackDays, int windowDays, Set<Long> companies) {
        return new FeedOptions(
                DayExpression.of(start), lookBackDays, Duration.ofHours(6), ZoneOffset.UTC, windowDays, companies);
    }

    static DocumentUse use(long company, LocalDate day, long document, long count) {
        return new DocumentUse(company, "Company " + company, day, document, "file.pdf", null, count);
    }

    void has(DocumentUse... uses) {
        for (DocumentUse use : uses) {
            api.put(use);
        }
    }

    /** The state saved for a company. */
    FeedState state(long company) {
        return Objects.requireNonNull(saved.get(company), () -> "no state of company " + company);
    }

    FeedPass<DocumentUse> begin() {
        api.asked.clear();
        return feed().begin(saved, now);
    }

    Feed<DocumentUse> feed() {
        return new Feed<>(Reports.DOCUMENTS, options, api::rows);
    }

    /** A pass to its end, every state saved as text. */
    List<SliceDelta<DocumentUse>> pass() {
        return pass(Integer.MAX_VALUE);
    }

    /** Two passes: what the first finds without rows, the second settles. */
    void settle() {
        pass();
        pass();
    }

    /** A pass that ends as if the process had died after some deltas. */
    List<SliceDelta<DocumentUse>> pass(int most) {
        List<SliceDelta<DocumentUse>> deltas = new ArrayList<>();
        try (FeedPass<DocumentUse> pass = begin()) {
            while (deltas.size() < most) {
                SliceDelta<DocumentUse> delta = pass.next();
                if (delta == null) {
                    break;
                }
                saved.put(delta.companyId(), FeedState.decode(delta.state().encode()));
                deltas.add(delta);
            }
        }
        return deltas;
    }

    List<Change<DocumentUse>> changes() {
        List<Change<DocumentUse>> changes = new ArrayList<>();
        pass().forEach(delta -> changes.addAll(delta.changes()));
        return changes;
    }

    /** What the last pass asked, as {@code from..to} and the companies asked for. */
    List<String> asked() {
        return api.asked.stream()
                .map(query -> query.window() + (query.companies().isEmpty() ? "" : " of " + query.companies()))
                .toList();
    }
}
