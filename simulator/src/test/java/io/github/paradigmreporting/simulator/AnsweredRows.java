package io.github.paradigmreporting.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.report.Cells;
import io.github.paradigmreporting.core.report.Column;
import io.github.paradigmreporting.core.report.Report;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Reads an answer into rows, by the paths of the report catalogue and with a reader of its own. */
final class AnsweredRows {
    private AnsweredRows() {}

    static <R extends Row> List<R> of(Report<R> report, JsonNode answer, LocalDate from, LocalDate to) {
        List<R> rows = new ArrayList<>();
        for (JsonNode company : answer.path(report.rowsField())) {
            if (company.has("dates")) {
                company.path("dates").forEach(day -> addDay(report, company, day, rows));
            } else {
                rows.add(row(report, company, company, company, from, to));
            }
        }
        return rows;
    }

    private static <R extends Row> void addDay(Report<R> report, JsonNode company, JsonNode day, List<R> rows) {
        String nested = day.has("documents") ? "documents" : "tools";
        if (day.has(nested)) {
            day.path(nested).forEach(item -> rows.add(row(report, company, day, item, LocalDate.MIN, LocalDate.MIN)));
        } else {
            rows.add(row(report, company, day, day, LocalDate.MIN, LocalDate.MIN));
        }
    }

    private static <R extends Row> R row(
            Report<R> report, JsonNode company, JsonNode day, JsonNode item, LocalDate from, LocalDate to) {
        Cells cells = new Cells(report.columns().size());
        int i = 0;
        for (Column<R> column : report.columns()) {
            if (column.path().equals(Column.WINDOW_START)) {
                cells.set(i, from);
            } else if (column.path().equals(Column.WINDOW_END)) {
                cells.set(i, to);
            } else {
                String[] steps = column.path().split("\\.", -1);
                JsonNode node = steps[0].equals("dates[]") ? day : company;
                for (String step : steps) {
                    node = step.equals("dates[]") ? day : step.endsWith("[]") ? item : node.path(step);
                }
                set(cells, i, column, node);
            }
            i++;
        }
        return report.row(cells);
    }

    private static void set(Cells cells, int i, Column<?> column, JsonNode node) {
        if (node.isNull() || node.isMissingNode()) {
            return;
        }
        switch (column.type()) {
            case BIGINT -> cells.setLong(i, node.longValue());
            case DOUBLE -> cells.setDouble(i, node.doubleValue());
            case TEXT -> cells.set(i, node.textValue());
            case DATE -> cells.set(i, LocalDate.parse(node.textValue()));
            case TIMESTAMP -> cells.set(i, Instant.parse(node.textValue()));
        }
    }
}
