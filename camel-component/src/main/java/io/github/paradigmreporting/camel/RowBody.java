package io.github.paradigmreporting.camel;

import io.github.paradigmreporting.core.client.ColumnRules;
import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.report.Column;
import io.github.paradigmreporting.core.report.Report;
import io.github.paradigmreporting.core.report.Reports;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/**
 * The rows that a message holds as records, to be written as text. Immutable.
 *
 * @param report whose rows they are
 * @param rows the rows
 * @param list whether the body was a list of rows
 * @param <R> the row type
 */
record RowBody<R extends Row>(Report<R> report, List<R> rows, boolean list) {
    /**
     * The rows of a body: a row, or several in a collection or an iterator, which is read to its end.
     *
     * @throws IllegalArgumentException when it holds anything else; says what to do
     */
    static RowBody<?> of(Message message) {
        Object body = message.getBody();
        List<Object> rows = new ArrayList<>();
        if (body instanceof Iterable<?> several) {
            several.forEach(rows::add);
        } else if (body instanceof java.util.Iterator<?> several) {
            several.forEachRemaining(rows::add);
        } else {
            rows.add(body);
        }
        return of(report(message, rows), rows, rows.size() != 1 || rows.get(0) != body);
    }

    private static <R extends Row> RowBody<R> of(Report<R> report, List<Object> rows, boolean list) {
        return new RowBody<>(report, rows.stream().map(report.rowType()::cast).toList(), list);
    }

    /** The report named by the header, which also an empty list has; else the one whose row comes first. */
    private static Report<?> report(Message message, List<Object> rows) {
        String named = message.getHeader(ParadigmReportingConstants.REPORT, String.class);
        for (Report<?> report : Reports.ALL) {
            if (rows.isEmpty() ? report.name().equals(named) : rows.stream().allMatch(report.rowType()::isInstance)) {
                return report;
            }
        }
        throw new IllegalArgumentException("the body holds no rows of one report but "
                + rows.stream().map(RowBody::kind).distinct().limit(3).toList()
                + "; use outputType=Record, and transform before the rows are changed");
    }

    private static String kind(@Nullable Object value) {
        return value == null ? "null" : value.getClass().getName();
    }

    /** A JSON object, or an array when the body was a list. */
    String json() {
        RowWriter<R> writer = new RowWriter<>(report, ColumnRules.NONE, OutputType.Json);
        return (String) (list ? writer.many(rows) : writer.one(rows.get(0)));
    }

    /** Lines as RFC 4180 wants them, the first with the names of the columns; null is nothing between two commas. */
    String csv() {
        StringBuilder text = new StringBuilder(
                report.columns().stream().map(Column::name).collect(Collectors.joining(",", "", "\r\n")));
        for (R row : rows) {
            text.append(report.values(row).stream().map(RowBody::cell).collect(Collectors.joining(",", "", "\r\n")));
        }
        return text.toString();
    }

    private static String cell(@Nullable Object value) {
        String text = value == null ? "" : value.toString();
        boolean quoted = text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
