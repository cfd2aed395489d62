package io.github.paradigmreporting.camel;

import io.github.paradigmreporting.core.client.ColumnRules;
import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.report.Report;
import io.github.paradigmreporting.core.report.Reports;
import java.util.Map;
import org.apache.camel.Converter;
import org.jspecify.annotations.Nullable;

/** What {@code convertBodyTo} can make of a row: a map by column name, or JSON text. */
@Converter(generateLoader = true)
public final class RowConverters {
    private RowConverters() {}

    /**
     * A row as a map.
     *
     * @param row a row of any report
     * @return column name to value, in table order; null values included
     */
    @Converter
    public static Map<String, @Nullable Object> toMap(Row row) {
        return map(reportOf(row), row);
    }

    /**
     * A row as a JSON object.
     *
     * @param row a row of any report
     * @return an object by column name; dates and instants in ISO form
     */
    @Converter
    public static String toJson(Row row) {
        return (String) write(reportOf(row), row, OutputType.Json);
    }

    @SuppressWarnings("unchecked")
    private static <R extends Row> Map<String, @Nullable Object> map(Report<R> report, Row row) {
        return (Map<String, @Nullable Object>) write(report, row, OutputType.Map);
    }

    private static <R extends Row> Object write(Report<R> report, Row row, OutputType type) {
        return new RowWriter<>(report, ColumnRules.NONE, type)
                .one(report.rowType().cast(row));
    }

    private static Report<?> reportOf(Row row) {
        return Reports.ALL.stream()
                .filter(report -> report.rowType().isInstance(row))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no report has rows of " + row.getClass()));
    }
}
