package io.github.paradigmreporting.core.client;

import io.github.paradigmreporting.core.error.UnexpectedResponseException;
import io.github.paradigmreporting.core.model.DayRow;
import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.report.Column;
import io.github.paradigmreporting.core.report.Grain;
import io.github.paradigmreporting.core.report.Report;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What of a window has been handed on, so that an answer that broke off can be requested again without repeating or
 * losing a row. Remembers slices, not rows. Refuses a slice that holds a row twice, since no key would be unique; that no
 * slice comes twice is {@link RowArray}'s care.
 */
final class Delivered<R extends Row> {
    private final Report<R> report;
    private final @Nullable Column<R> keyInSlice;
    private final CompanyDays complete;
    /** Slices in which an attempt broke off: at most one per attempt. */
    private final Map<Slice, Part<R>> unfinished = new HashMap<>();

    private final RowKeySet keys = new RowKeySet();
    private @Nullable Slice reading;
    private boolean skipSlice;
    private long rows;
    private long toSkip;
    private @Nullable R lastRow;

    Delivered(ReportQuery<R> query) {
        this.report = query.report();
        this.complete = new CompanyDays(query.window());
        // Company and day, or the company alone, come first in every key.
        List<Column<R>> own = report.key()
                .subList(report.grain() == Grain.DAY ? 2 : 1, report.key().size());
        if (own.size() > 1) {
            throw new IllegalArgumentException(report + " has " + own.size() + " columns that tell the rows of a slice"
                    + " apart; one is supported");
        }
        this.keyInSlice = own.isEmpty() ? null : own.get(0);
    }

    /** A new attempt begins; where the last one broke off stays unfinished. */
    void restart() {
        if (reading != null && !skipSlice && lastRow != null) {
            unfinished.put(reading, new Part<>(rows, lastRow));
        }
        reading = null;
    }

    /** Whether a row is still to be handed on. If so, it counts as handed on from now. */
    boolean isNew(R row) {
        if (keyInSlice == null || reading == null || !reading.holds(row)) {
            enter(Slice.of(row));
        }
        if (keyInSlice != null && !keys.add(ownKey(row))) {
            throw twice(row);
        }
        if (skipSlice) {
            return false;
        }
        if (toSkip > 0) {
            toSkip--;
            if (toSkip == 0 && (lastRow == null || !ownKey(lastRow).equals(ownKey(row)))) {
                throw changed(reading);
            }
            return false;
        }
        rows++;
        lastRow = row;
        return true;
    }

    /** The answer is at its true end. */
    void end() {
        finish();
        for (Slice slice : unfinished.keySet()) {
            throw changed(slice);
        }
    }

    private void enter(Slice slice) {
        finish();
        reading = slice;
        keys.clear();
        skipSlice = complete.contains(slice.company(), index(slice));
        Part<R> part = unfinished.get(slice);
        rows = part == null ? 0 : part.rows();
        lastRow = part == null ? null : part.lastRow();
        toSkip = rows;
    }

    private void finish() {
        if (reading != null && !skipSlice) {
            if (toSkip > 0) {
                throw changed(reading);
            }
            complete.add(reading.company(), index(reading));
            unfinished.remove(reading);
        }
    }

    private int index(Slice slice) {
        return slice.day() == null ? CompanyDays.NO_DAY : complete.index(slice.day());
    }

    /** The value that distinguishes a row from the others of its slice. */
    private Object ownKey(R row) {
        Object key = keyInSlice == null ? null : keyInSlice.value(row);
        return key == null ? "" : key;
    }

    private UnexpectedResponseException twice(R row) {
        return new UnexpectedResponseException(report + ": the answer holds " + ownKey(row) + " of " + Slice.of(row)
                + " twice; no figure of it can be trusted, report this with the instance's version");
    }

    private UnexpectedResponseException changed(@Nullable Slice slice) {
        return new UnexpectedResponseException(
                report + ": " + slice + " changed between two attempts to read it; request it again");
    }

    /** What was handed on of a slice: how many rows, and the last of them. */
    private record Part<R>(long rows, R lastRow) {}

    /** Rows of one company on one day, or of one company where days do not matter. */
    private record Slice(long company, @Nullable LocalDate day) {
        static Slice of(Row row) {
            return new Slice(row.companyId(), row instanceof DayRow dayRow ? dayRow.date() : null);
        }

        boolean holds(Row row) {
            return row.companyId() == company
                    && (!(row instanceof DayRow dayRow) || dayRow.date().equals(day));
        }

        @Override
        public String toString() {
            return "company " + company + (day == null ? "" : " on " + day);
        }
    }
}
