package io.github.paradigmreporting.core.feed;

import io.github.paradigmreporting.core.client.Window;
import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.report.Cells;
import io.github.paradigmreporting.core.report.Column;
import io.github.paradigmreporting.core.report.Grain;
import io.github.paradigmreporting.core.report.Report;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Makes rows of any report from its description; few different values, so that a restated row is at times the same. */
record ModelRows<R extends Row>(Report<R> report, SplittableRandom random) {
    private static final List<String> NAMES = List.of("search", "s\u00e9arch", "\ud83d\udd0d", "");

    /** A row of a company's day; which row is left to chance where a day has several. */
    R any(long company, LocalDate day) {
        Cells cells = new Cells(report.columns().size());
        for (int i = 0; i < report.columns().size(); i++) {
            Column<R> column = report.columns().get(i);
            switch (column.name()) {
                case "company_id" -> cells.setLong(i, company);
                case "date" -> cells.set(i, day);
                default -> {
                    if (column.key() || column.fromRequest() || random.nextInt(5) > 0) {
                        set(cells, i, column, random.nextInt(4));
                    }
                }
            }
        }
        return report.row(cells);
    }

    /** The same key with values that may differ. */
    R restated(R row) {
        R other = any(row.companyId(), RowKeys.day(row));
        return of(report.columns().stream()
                .map(column -> column.key() ? column.value(row) : column.value(other))
                .toArray());
    }

    /** The row as an answer to another window. */
    R in(Window window, R row) {
        if (report.grain() == Grain.DAY) {
            return row;
        }
        return of(report.columns().stream()
                .map(column -> switch (column.path()) {
                    case Column.WINDOW_START -> window.from();
                    case Column.WINDOW_END -> window.to();
                    default -> column.value(row);
                })
                .toArray());
    }

    List<Object> key(R row) {
        List<Object> key = new ArrayList<>();
        for (Column<R> column : report.columns()) {
            if (column.key()) {
                key.add(column.value(row));
            }
        }
        return key;
    }

    /** All values that the instance and not the request decides. */
    List<Object> values(R row) {
        List<Object> values = new ArrayList<>();
        for (Column<R> column : report.columns()) {
            if (!column.fromRequest()) {
                values.add(column.value(row));
            }
        }
        return values;
    }

    private R of(Object[] values) {
        Cells cells = new Cells(values.length);
        for (int i = 0; i < values.length; i++) {
            if (values[i] instanceof Long number) {
                cells.setLong(i, number);
            } else if (values[i] instanceof Double number) {
                cells.setDouble(i, number);
            } else if (values[i] != null) {
                cells.set(i, values[i]);
            }
        }
        return report.row(cells);
    }

    private static void set(Cells cells, int i, Column<?> column, int choice) {
        switch (column.type()) {
            case BIGINT -> cells.setLong(i, 1_000_000L * (choice - 1));
            case DOUBLE -> cells.setDouble(i, choice / 3.0);
            case TEXT -> cells.set(i, NAMES.get(choice));
            case DATE -> cells.set(i, LocalDate.EPOCH);
            case TIMESTAMP -> cells.set(i, Instant.ofEpochSecond(choice, choice));
        }
    }
}
