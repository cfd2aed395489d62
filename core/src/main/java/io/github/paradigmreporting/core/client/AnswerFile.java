package io.github.paradigmreporting.core.client;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import io.github.paradigmreporting.core.client.Shape.Field;
import io.github.paradigmreporting.core.client.Shape.Node;
import io.github.paradigmreporting.core.error.ReportingException;
import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.report.Grain;
import io.github.paradigmreporting.core.report.Report;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rows as JSON in the shape of the API's own answers, for whoever keeps rows between two lives of a program: read back by
 * the reader that reads the instance. Of reports that count days only. Safe for threads.
 */
public final class AnswerFile {
    private static final JsonFactory JSON = JsonFactory.builder()
            // A text may hold half a surrogate pair; as an escape it comes back as it was.
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    private AnswerFile() {}

    /**
     * Writes rows.
     *
     * @param report whose rows
     * @param rows the rows; those of one company need not stand together, but will when they are read
     * @param out gets JSON in ASCII; stays open
     * @param <R> the row type
     * @throws IOException when {@code out} does
     */
    public static <R extends Row> void write(Report<R> report, List<R> rows, OutputStream out) throws IOException {
        if (report.grain() != Grain.DAY) {
            throw new IllegalArgumentException(report + " counts windows, which its rows do not say");
        }
        Shape shape = new Shape(
                report,
                java.util.Set.copyOf(
                        report.columns().stream().map(column -> column.name()).toList()));
        List<List<@Nullable Object>> cells = new ArrayList<>();
        rows.forEach(row -> cells.add(report.values(row)));
        try (JsonGenerator json = JSON.createGenerator(out, JsonEncoding.UTF8)) {
            json.writeStartObject();
            json.writeFieldName(report.rowsField());
            array(json, shape, 0, cells);
            json.writeEndObject();
        }
    }

    /** The objects of a level: one for all rows that share what stands outside of the next level. */
    private static void array(JsonGenerator json, Shape shape, int level, List<List<@Nullable Object>> rows)
            throws IOException {
        Node node = shape.levels.get(level);
        json.writeStartArray();
        if (level == shape.levels.size() - 1) {
            for (List<@Nullable Object> row : rows) {
                object(json, shape, level, node, List.of(row));
            }
        } else {
            Map<List<@Nullable Object>, List<List<@Nullable Object>>> groups = new LinkedHashMap<>();
            for (List<@Nullable Object> row : rows) {
                groups.computeIfAbsent(outer(node, row), any -> new ArrayList<>())
                        .add(row);
            }
            for (List<List<@Nullable Object>> group : groups.values()) {
                object(json, shape, level, node, group);
            }
        }
        json.writeEndArray();
    }

    private static List<@Nullable Object> outer(Node level, List<@Nullable Object> row) {
        List<@Nullable Object> values = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            if ((level.cells >>> i & 1) != 0) {
                values.add(row.get(i));
            }
        }
        return values;
    }

    private static void object(JsonGenerator json, Shape shape, int level, Node node, List<List<@Nullable Object>> rows)
            throws IOException {
        json.writeStartObject();
        // The next level last: a reader need not hold rows back until it knows their company.
        for (Field field : node.fields) {
            if (field.column >= 0) {
                value(json, field, rows.get(0).get(field.column));
            } else if (!field.array) {
                json.writeFieldName(field.name);
                object(json, shape, level, field.node, rows);
            }
        }
        for (Field field : node.fields) {
            if (field.array) {
                json.writeFieldName(field.name);
                array(json, shape, level + 1, rows);
            }
        }
        json.writeEndObject();
    }

    private static void value(JsonGenerator json, Field field, @Nullable Object value) throws IOException {
        // Nulls are written: to the reader an object without any field is not an object without figures.
        json.writeFieldName(field.name);
        if (value == null) {
            json.writeNull();
        } else if (value instanceof Long number) {
            json.writeNumber(number);
        } else if (value instanceof Double number) {
            json.writeNumber(number);
        } else {
            json.writeString(value.toString());
        }
    }

    /**
     * Reads rows that were written.
     *
     * @param query which report
     * @param in stays open; is read to the end of the JSON, and then to its own
     * @param mostRows more rows than these are refused
     * @return the rows, each company's together
     * @param <R> the row type
     * @throws IOException when it does not hold what {@link #write} writes, whole and nothing else
     */
    public static <R extends Row> List<R> read(ReportQuery<R> query, InputStream in, long mostRows) throws IOException {
        List<R> rows = new ArrayList<>();
        try (RowReader<R> reader = RowReaders.strict(query, in)) {
            for (R row = reader.next(); row != null; row = reader.next()) {
                if (rows.size() == mostRows) {
                    throw new IOException("more rows than there should be");
                }
                rows.add(row);
            }
        } catch (ReportingException e) {
            throw new IOException("its rows cannot be read", e);
        }
        // Only at its end does a compressed stream compare its checksum.
        if (in.skip(Long.MAX_VALUE) > 0 || in.read() >= 0) {
            throw new IOException("something follows the rows");
        }
        return rows;
    }
}
