package io.github.paradigmreporting.core.report;

import io.github.paradigmreporting.core.model.DayRow;
import io.github.paradigmreporting.core.model.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Describes a report, one line per column. The typed methods tie the accessor's Java type to the column's type, so that
 * a wrong accessor does not compile.
 */
final class ReportBuilder<R extends Row> {
    final String name;
    final String endpoint;
    final String rowsField;
    final Grain grain;
    final Class<R> rowType;
    final String description;
    final List<Column<R>> columns = new ArrayList<>();

    private ReportBuilder(
            String name, String endpoint, String rowsField, Grain grain, Class<R> rowType, String description) {
        this.name = name;
        this.endpoint = endpoint;
        this.rowsField = rowsField;
        this.grain = grain;
        this.rowType = rowType;
        this.description = description;
    }

    /** A report with one slice of rows per company and day. */
    static <R extends DayRow> ReportBuilder<R> daily(
            String name, String endpoint, String rowsField, Class<R> rowType, String description) {
        return new ReportBuilder<>(name, endpoint, rowsField, Grain.DAY, rowType, description)
                .company()
                .keyDay("date", "dates[].date", DayRow::date, "Day counted, as the instance assigns it.");
    }

    /** A report with one row per company for the window asked. */
    static <R extends Row> ReportBuilder<R> forWindow(
            String name, String endpoint, String rowsField, Class<R> rowType, String description) {
        return new ReportBuilder<>(name, endpoint, rowsField, Grain.WINDOW, rowType, description).company();
    }

    private ReportBuilder<R> company() {
        return id("company_id", "company.id", Row::companyId, "Identifier of the company.")
                .text("company_name", "company.name", Row::companyName, "Name of the company; it may change.");
    }

    ReportBuilder<R> id(String column, String path, Function<R, Long> reader, String about) {
        return add(column, ColumnType.BIGINT, true, Unit.NONE, false, about, path, reader::apply);
    }

    ReportBuilder<R> keyText(String column, String path, Function<R, String> reader, String about) {
        return add(column, ColumnType.TEXT, true, Unit.NONE, false, about, path, reader::apply);
    }

    private ReportBuilder<R> keyDay(String column, String path, Function<R, LocalDate> reader, String about) {
        return add(column, ColumnType.DATE, true, Unit.NONE, false, about, path, reader::apply);
    }

    /** A day that the request names, not the answer; never null, yet not part of the key. */
    ReportBuilder<R> requestDay(String column, String parameter, Function<R, LocalDate> reader, String about) {
        return add(column, ColumnType.DATE, false, Unit.NONE, false, about, parameter, reader::apply);
    }

    ReportBuilder<R> text(String column, String path, Function<R, @Nullable String> reader, String about) {
        return add(column, ColumnType.TEXT, false, Unit.NONE, false, about, path, reader::apply);
    }

    ReportBuilder<R> instant(String column, String path, Function<R, @Nullable Instant> reader, String about) {
        return add(column, ColumnType.TIMESTAMP, false, Unit.NONE, false, about, path, reader::apply);
    }

    /** A count that may be summed over days. */
    ReportBuilder<R> count(String column, String path, Function<R, @Nullable Long> reader, String about) {
        return add(column, ColumnType.BIGINT, false, Unit.COUNT, true, about, path, reader::apply);
    }

    /** A count that may not be summed over days, for example of different things or of a state. */
    ReportBuilder<R> level(String column, String path, Function<R, @Nullable Long> reader, String about) {
        return add(column, ColumnType.BIGINT, false, Unit.COUNT, false, about, path, reader::apply);
    }

    /** A mean length in seconds; weigh it by its count before averaging over days. */
    ReportBuilder<R> meanSeconds(String column, String path, Function<R, @Nullable Double> reader, String about) {
        return add(column, ColumnType.DOUBLE, false, Unit.SECONDS, false, about, path, reader::apply);
    }

    /** What sessions and threads tell alike about the chats in them. */
    ReportBuilder<R> chats(
            Function<R, @Nullable Long> queries,
            Function<R, @Nullable Long> responsesWithDocs,
            Function<R, @Nullable Long> responses,
            Function<R, @Nullable Instant> lastResponse) {
        String chats = "dates[].chats.";
        return count("user_queries_count", chats + "user_queries_count", queries, "Queries sent by users.")
                .count(
                        "model_responses_with_docs_count",
                        chats + "model_responses_with_docs_count",
                        responsesWithDocs,
                        "Responses that used documents.")
                .count(
                        "model_responses_count",
                        chats + "model_responses_count",
                        responses,
                        "Responses given by models.")
                .instant(
                        "last_model_response_date",
                        chats + "last_model_response_date",
                        lastResponse,
                        "Instant of the day's last response.");
    }

    Report<R> build(Function<Cells, R> factory) {
        return new Report<>(this, factory);
    }

    private ReportBuilder<R> add(
            String column,
            ColumnType type,
            boolean key,
            Unit unit,
            boolean additive,
            String about,
            String path,
            Function<R, @Nullable Object> reader) {
        columns.add(new Column<>(column, type, key, unit, additive, about, path, reader));
        return this;
    }
}
