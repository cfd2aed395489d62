package io.github.paradigmreporting.core.client;

import io.github.paradigmreporting.core.error.UnexpectedResponseException;
import io.github.paradigmreporting.core.model.DayRow;
import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.report.Column;
import io.github.paradigmreporting.core.report.Grain;
import io.github.paradigmreporting.core.report.Report;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What of a window has been handed on, so that an answer that broke off can be asked for again without repeating or
 * losing a row. Remembers slices, not rows: constant memory however many rows a slice has. An answer that holds the same
 * slice twice is refused, since no key would be unique.
 */
final class Delivered<R extends Row> {
    private final Report<R> report;
    /** Whether company and day are the whole key. */
    private final boolean oneRowPerSlice;

    private final Set<Slice> complete = new HashSet<>();
    private final Set<Slice> seenNow = new HashSet<>();
    private @Nullable Slice current;
    private @Nullable R lastRow;
    private long rowsOfCurrent;

    private @Nullable Slice reading;
    private long toSkip;
    private boolean skipSlice;

    Delivered(Report<R> report) {
        this.report = report;
        this.oneRowPerSlice = report.key().size() == (report.grain() == Grain.DAY ? 2 : 1);
    }

    /** A new attempt begins. */
    void restart() {
        seenNow.clear();
        reading = null;
        skipSlice = false;
        toSkip = 0;
    }

    /** Whether a row is still to be handed on. If so, it counts as handed on from now. */
    boolean isNew(R row) {
        if (oneRowPerSlice || reading == null || !reading.holds(row)) {
            enter(Slice.of(row));
        }
        if (skipSlice) {
            return false;
        }
        if (toSkip > 0) {
            toSkip--;
            if (toSkip == 0) {
                checkSameRow(row);
            }
            return false;
        }
        rowsOfCurrent++;
        lastRow = row;
        return true;
    }

    private void enter(Slice slice) {
        if (!seenNow.add(slice)) {
            throw new UnexpectedResponseException(report + ": the answer holds " + slice + " twice;"
                    + " no figure of it can be trusted, report this with the instance's version");
        }
        reading = slice;
        skipSlice = complete.contains(slice);
        if (slice.equals(current)) {
            toSkip = rowsOfCurrent;
        } else if (!skipSlice) {
            if (current != null) {
                complete.add(current);
            }
            current = slice;
            rowsOfCurrent = 0;
        }
    }

    private void checkSameRow(R row) {
        R before = lastRow;
        for (Column<R> column : report.key()) {
            if (before == null || !java.util.Objects.equals(column.value(before), column.value(row))) {
                throw new UnexpectedResponseException(
                        report + ": " + reading + " changed between two attempts to read it; ask again");
            }
        }
    }

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
