package io.github.paradigmreporting.jdbc.engine;

import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.report.Column;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A column of a report's current row, as {@link RowCursor} describes values. */
abstract class ReportColumn<R extends Row> implements CursorColumn {
    private final ReportCursor<R> cursor;
    private final Function<R, @Nullable Object> reader;

    private ReportColumn(ReportCursor<R> cursor, Column<R> column) {
        this.cursor = cursor;
        this.reader = column.reader();
    }

    static <R extends Row> ReportColumn<R> of(ReportCursor<R> cursor, Column<R> column) {
        return switch (column.type()) {
            case DATE -> new Day<>(cursor, column);
            case TIMESTAMP -> new Moment<>(cursor, column);
            case BIGINT, DOUBLE, TEXT -> new Plain<>(cursor, column);
        };
    }

    /** The value as the report has it. */
    final @Nullable Object read() {
        return reader.apply(cursor.current());
    }

    private static final class Plain<R extends Row> extends ReportColumn<R> {
        Plain(ReportCursor<R> cursor, Column<R> column) {
            super(cursor, column);
        }

        @Override
        public @Nullable Object value() {
            return read();
        }
    }

    /** Rows come day by day: the number of a day is made when the day is another one. */
    private static final class Day<R extends Row> extends ReportColumn<R> {
        private @Nullable Object day;
        private @Nullable Integer number;

        Day(ReportCursor<R> cursor, Column<R> column) {
            super(cursor, column);
        }

        @Override
        public @Nullable Object value() {
            Object current = read();
            if (current == null) {
                return null;
            }
            if (!current.equals(day)) {
                day = current;
                number = (int) ((LocalDate) current).toEpochDay();
            }
            return number;
        }
    }

    private static final class Moment<R extends Row> extends ReportColumn<R> {
        Moment(ReportCursor<R> cursor, Column<R> column) {
            super(cursor, column);
        }

        @Override
        public @Nullable Object value() {
            Instant moment = (Instant) read();
            return moment == null ? null : moment.toEpochMilli();
        }
    }
}
