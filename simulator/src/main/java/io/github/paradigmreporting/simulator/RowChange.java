package io.github.paradigmreporting.simulator;

import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.report.Cells;
import io.github.paradigmreporting.core.report.Column;
import io.github.paradigmreporting.core.report.Report;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Makes a changed copy of a row of any report. */
final class RowChange {
    private RowChange() {}

    static void check(Report<?> report, String column, @Nullable Object value) {
        Column<?> known = report.column(column)
                .orElseThrow(() -> new IllegalArgumentException(
                        "report " + report.name() + " has no column '" + column + "'; it has "
                                + report.columns().stream().map(Column::name).toList()));
        if (value == null ? known.key() : !known.type().javaType().isInstance(value)) {
            throw new IllegalArgumentException("column " + column + " of report " + report.name() + " takes a "
                    + known.type().javaType().getSimpleName() + (known.key() ? "" : " or null") + ", not " + value);
        }
    }

    static <R extends Row> R set(Report<R> report, R row, String column, @Nullable Object value) {
        return copy(report, row, (each, old) -> each.name().equalsIgnoreCase(column) ? value : old);
    }

    static <R extends Row> R multiply(Report<R> report, R row, double factor) {
        return copy(
                report,
                row,
                (each, old) -> each.additive() && old instanceof Long count ? (Long) (long) (count * factor) : old);
    }

    private static <R extends Row> R copy(
            Report<R> report, R row, BiFunction<Column<R>, @Nullable Object, @Nullable Object> change) {
        Cells cells = new Cells(report.columns().size());
        int i = 0;
        for (Column<R> column : report.columns()) {
            put(cells, i++, change.apply(column, column.value(row)));
        }
        return report.row(cells);
    }

    private static void put(Cells cells, int column, @Nullable Object value) {
        if (value instanceof Long number) {
            cells.setLong(column, number);
        } else if (value instanceof Double number) {
            cells.setDouble(column, number);
        } else if (value != null) {
            cells.set(column, value);
        }
    }
}
