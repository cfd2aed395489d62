package io.github.paradigmreporting.core.feed;

import io.github.paradigmreporting.core.model.DayRow;
import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.report.Column;
import io.github.paradigmreporting.core.report.Grain;
import io.github.paradigmreporting.core.report.Report;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Takes keys apart and puts them together again: company, day, and what is the row's own. */
final class RowKeys<R extends Row> {
    private final Report<R> report;
    private final boolean daily;
    private final KeyShape shape;
    private final List<Column<R>> key;
    private final List<Column<R>> own;

    RowKeys(Report<R> report) {
        this.report = report;
        this.daily = report.grain() == Grain.DAY;
        this.shape = KeyShape.of(report);
        this.key = report.key();
        this.own = key.stream()
                .filter(column -> shape.names().contains(column.name()))
                .toList();
    }

    KeyShape shape() {
        return shape;
    }

    /** What an error calls a company's slice. */
    String name(long company, LocalDate day) {
        return report + " of company " + company + (daily ? " on " + day : "");
    }

    /** Whether slices are days. */
    boolean daily() {
        return daily;
    }

    /** The row's own part: a document's id, a tool's name, or nothing. */
    List<Object> own(R row) {
        return switch (own.size()) {
            case 0 -> List.of();
            case 1 -> List.of(part(own.get(0), row));
            default -> own.stream().map(column -> part(column, row)).toList();
        };
    }

    private static <R extends Row> Object part(Column<R> column, R row) {
        return Objects.requireNonNull(column.value(row), column.name());
    }

    /** All values of the key, in the report's order. */
    List<Object> whole(long company, LocalDate day, List<Object> ownPart) {
        List<Object> whole = new ArrayList<>(key.size());
        int next = 0;
        for (Column<R> column : key) {
            switch (column.name()) {
                case KeyShape.COMPANY -> whole.add(company);
                case KeyShape.DAY -> whole.add(day);
                default -> whole.add(ownPart.get(next++));
            }
        }
        return whole;
    }

    /** The row's own part of a whole key. */
    List<Object> own(List<Object> whole) {
        List<Object> ownPart = new ArrayList<>(shape.names().size());
        for (int i = 0; i < key.size(); i++) {
            if (shape.names().contains(key.get(i).name())) {
                ownPart.add(whole.get(i));
            }
        }
        return List.copyOf(ownPart);
    }

    /** The day in a whole key. */
    LocalDate day(List<Object> whole) {
        for (int i = 0; i < key.size(); i++) {
            if (key.get(i).name().equals(KeyShape.DAY)) {
                return (LocalDate) whole.get(i);
            }
        }
        return FeedState.NO_DAY;
    }

    /** The day of a row's slice. */
    static LocalDate day(Row row) {
        return row instanceof DayRow dayRow ? dayRow.date() : FeedState.NO_DAY;
    }
}
