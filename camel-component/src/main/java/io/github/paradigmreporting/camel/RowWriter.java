package io.github.paradigmreporting.camel;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.paradigmreporting.core.client.ColumnRules;
import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.report.Column;
import io.github.paradigmreporting.core.report.Report;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns rows of one report into what a body holds. Immutable.
 *
 * @param <R> the row type
 */
final class RowWriter<R extends Row> {
    private static final JsonFactory JSON = new JsonFactory();

    private final Report<R> report;
    private final List<Column<R>> columns;
    private final ColumnRules rules;
    private final OutputType type;

    RowWriter(Report<R> report, ColumnRules rules, OutputType type) {
        this.report = report;
        this.columns = report.columns().stream().filter(rules::keeps).toList();
        this.rules = rules;
        this.type = type;
    }

    /** The row as receivers may see it. */
    R shown(R row) {
        return rules.apply(report, row);
    }

    /** One row as a body. */
    Object one(R row) {
        return body(shown(row));
    }

    /** The same of a row that is already as receivers may see it. */
    Object body(R shown) {
        return switch (type) {
            case Record -> shown;
            case Map -> map(shown);
            case Json -> json(generator -> object(generator, shown));
        };
    }

    /** Many rows as a body: a list, or with JSON an array. */
    Object many(List<R> rows) {
        return switch (type) {
            case Record -> rows.stream().map(this::shown).toList();
            case Map -> rows.stream().map(row -> map(shown(row))).toList();
            case Json ->
                json(generator -> {
                    generator.writeStartArray();
                    for (R row : rows) {
                        object(generator, shown(row));
                    }
                    generator.writeEndArray();
                });
        };
    }

    private Map<String, @Nullable Object> map(R row) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (Column<R> column : columns) {
            map.put(column.name(), column.value(row));
        }
        return map;
    }

    private void object(JsonGenerator generator, R row) throws IOException {
        generator.writeStartObject();
        for (Column<R> column : columns) {
            generator.writeFieldName(column.name());
            value(generator, column, row);
        }
        generator.writeEndObject();
    }

    private void value(JsonGenerator generator, Column<R> column, R row) throws IOException {
        Object value = column.value(row);
        if (value == null) {
            generator.writeNull();
            return;
        }
        switch (column.type()) {
            case BIGINT -> generator.writeNumber((long) value);
            case DOUBLE -> generator.writeNumber((double) value);
            case TEXT, DATE, TIMESTAMP -> generator.writeString(value.toString());
        }
    }

    private static String json(JsonBody body) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = JSON.createGenerator(text)) {
            body.write(generator);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private interface JsonBody {
        void write(JsonGenerator generator) throws IOException;
    }
}
