package io.github.paradigmreporting.core.client;

import io.github.paradigmreporting.core.error.UnexpectedResponseException;
import io.github.paradigmreporting.core.model.DayRow;
import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.report.Column;
import io.github.paradigmreporting.core.report.Grain;
import io.github.paradigmreporting.core.report.Report;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What of a window has been handed on, so that an answer that broke off can be asked for again without repeating or
 * losing a row. Remembers slices, not rows: constant memory however many rows a slice has. An answer that holds the same
 * slice twice is refused, since no key would be unique.
 */
final class Delivered<R extends Row> {
    private final Report<R> report;
    /** The columns that tell the rows of a slice apart; none where a slice is one row. */
    private final List<Column<R>> keyInSlice;

    private final Set<Slice> complete = new HashSet<>();
    /** Slices in which an attempt broke off: at most one per attempt. */
    private final Map<Slice, Part<R>> unfinished = new HashMap<>();

    private final Set<Slice> seenNow = new HashSet<>();
    private @Nullable Slice reading;
    private boolean skipSlice;
    private long rows;
    private long toSkip;
    private @Nullable R firstRow;
    private @Nullable R lastRow;

    Delivered(Report<R> report) {
        this.report = report;
        // Company and day, or the company alone, come first in every key.
        this.keyInSlice = report.key()
                .subList(report.grain() == Grain.DAY ? 2 : 1, report.key().size());
    }

    /** A new attempt begins; where the last one broke off stays unfinished. */
    void restart() {
        if (reading != null && !skipSlice && lastRow != null) {
            unfinished.put(reading, new Part<>(rows, lastRow));
        }
        seenNow.clear();
        reading = null;
    }

    /** Whether a row is still to be handed on. If so, it counts as handed on from now. */
    boolean isNew(R row) {
        if (keyInSlice.isEmpty() || reading == null || !reading.holds(row)) {
            enter(Slice.of(row));
            firstRow = row;
        } else if (isSameInSlice(firstRow, row)) {
            // The same slice once more, right behind itself.
            throw twice(reading);
        }
        if (skipSlice) {
            return false;
        }
        if (toSkip > 0) {
            toSkip--;
            if (toSkip == 0 && !isSameInSlice(lastRow, row)) {
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
        if (!seenNow.add(slice)) {
            throw twice(slice);
        }
        finish();
        reading = slice;
        skipSlice = complete.contains(slice);
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
            complete.add(reading);
            unfinished.remove(reading);
        }
    }

    /** Whether two rows of one slice are the same one. */
    private boolean isSameInSlice(@Nullable R one, R other) {
        if (one == null) {
            return false;
        }
        for (int i = 0; i < keyInSlice.size(); i++) {
            Column<R> column = keyInSlice.get(i);
            if (!Objects.equals(column.value(one), column.value(other))) {
                return false;
            }
        }
        return true;
    }

    private UnexpectedResponseException twice(Slice slice) {
        return new UnexpectedResponseException(report + ": the answer holds " + slice + " twice;"
                + " no figure of it can be trusted, report this with the instance's version");
    }

    private UnexpectedResponseException changed(@Nullable Slice slice) {
        return new UnexpectedResponseException(
                report + ": " + slice + " changed between two attempts to read it; ask again");
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
