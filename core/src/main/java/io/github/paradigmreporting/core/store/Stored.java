package io.github.paradigmreporting.core.store;

import io.github.paradigmreporting.core.model.DayRow;
import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.report.Grain;
import io.github.paradigmreporting.core.report.Report;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one slot, complete, possibly none.
 *
 * @param askedAt when the request began, so that a day is never taken to be fresher than it is
 * @param blanks how many answers in a row had no row at all, for no day and no company. An instance that cannot read its
 *     figures for a while may answer so: one such answer settles nothing
 */
record Stored<R extends Row>(Slot slot, Instant askedAt, List<R> rows, long bytes, int blanks) {
    Stored(Slot slot, Instant askedAt, List<R> rows, long bytes) {
        this(slot, askedAt, rows, bytes, 0);
    }

    /** The same, after what was stored before. */
    Stored<R> after(@Nullable Stored<R> before) {
        return blanks == 0 || before == null ? this : new Stored<>(slot, askedAt, rows, bytes, before.blanks + 1);
    }

    /** The same, known to be final. */
    Stored<R> confirmed() {
        return new Stored<>(slot, askedAt, rows, bytes);
    }

    /** An answer in pieces, one per day asked for, days without rows included. */
    static <R extends Row> List<Stored<R>> split(Report<R> report, Slot asked, Instant askedAt, List<R> answer) {
        Map<LocalDate, List<R>> byDay = new HashMap<>();
        for (R row : answer) {
            LocalDate day =
                    row instanceof DayRow dayRow ? dayRow.date() : asked.days().from();
            byDay.computeIfAbsent(day, any -> new ArrayList<>()).add(row);
        }
        List<Stored<R>> all = new ArrayList<>();
        for (Slot part : asked.parts()) {
            List<R> rows = List.copyOf(byDay.getOrDefault(part.days().from(), List.of()));
            all.add(new Stored<>(part, askedAt, rows, RowSize.of(report, rows), answer.isEmpty() ? 1 : 0));
        }
        return all;
    }

    /** Whether the day had settled when it was requested, and what came can be believed; a window never settles. */
    boolean settled(StoreOptions options) {
        return blanks != 1
                && slot.report().grain() == Grain.DAY
                && options.settled(slot.days().from(), askedAt);
    }

    /** Whether this may be served. A clock that was put back makes rows older, never younger. */
    boolean fresh(StoreOptions options, Instant now) {
        Duration age = Duration.between(askedAt, now);
        return settled(options) || (!age.isNegative() && age.compareTo(options.recentTtl()) < 0);
    }

    StoredRange range(boolean settled) {
        return new StoredRange(
                slot.report().name(),
                slot.company(),
                slot.days().from(),
                slot.days().to(),
                rows.size(),
                bytes,
                askedAt,
                settled);
    }
}
