package io.github.paradigmreporting.kafka;

import io.github.paradigmreporting.core.client.ColumnRules;
import io.github.paradigmreporting.core.client.ReportQuery;
import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.report.Column;
import io.github.paradigmreporting.core.report.ColumnType;
import io.github.paradigmreporting.core.report.Report;
import io.github.paradigmreporting.core.report.Unit;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.connect.data.Date;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.data.Timestamp;
import org.jspecify.annotations.Nullable;

/**
 * A report's key and value schemas, derived from its columns, and the structs made by them. Immutable.
 *
 * @param <R> the row type
 */
final class ReportSchema<R extends Row> {
    /** Raised when a column is added; only optional columns ever are, so that old and new consumers read old and new records. */
    private static final int VERSION = 1;

    /**
     * Never raised. Nor do keys have texts that could be improved: converters write the schema, or its number in a registry,
     * into the key's bytes, and by these bytes Kafka chooses the partition and compacts.
     */
    private static final int KEY_VERSION = 1;

    private static final String NAMESPACE = "io.github.paradigmreporting.reports.";

    private final Report<R> report;
    private final List<Column<R>> keyColumns;
    private final List<Column<R>> valueColumns;
    private final ColumnRules rules;
    private final Schema key;
    private final Schema value;

    private ReportSchema(Report<R> report, ColumnRules rules) {
        this.report = report;
        this.rules = rules;
        this.keyColumns = report.key();
        this.valueColumns = report.columns().stream().filter(rules::keeps).toList();
        String name = NAMESPACE
                + report.name().substring(0, 1).toUpperCase(Locale.ROOT)
                + report.name().substring(1);
        SchemaBuilder key = SchemaBuilder.struct().name(name + "Key").version(KEY_VERSION);
        keyColumns.forEach(column -> key.field(column.name(), type(column).build()));
        this.key = key.build();
        SchemaBuilder value = SchemaBuilder.struct().name(name).version(VERSION).doc(report.description());
        valueColumns.forEach(column ->
                value.field(column.name(), type(column).doc(text(column)).build()));
        this.value = value.build();
    }

    static <R extends Row> ReportSchema<R> of(Report<R> report, ColumnRules rules) {
        return new ReportSchema<>(report, rules);
    }

    /** The question without the columns that nobody wants. */
    ReportQuery<R> select(ReportQuery<R> query) {
        return rules.select(query);
    }

    Report<R> report() {
        return report;
    }

    Schema key() {
        return key;
    }

    Schema value() {
        return value;
    }

    /**
     * The key of a row that may be gone.
     *
     * @param values one per key column, in key order
     */
    Struct keyOf(List<?> values) {
        Struct struct = new Struct(key);
        for (int i = 0; i < keyColumns.size(); i++) {
            Column<R> column = keyColumns.get(i);
            struct.put(column.name(), connectValue(column.type(), values.get(i)));
        }
        return struct;
    }

    /** The value of a row. */
    Struct valueOf(R row) {
        Struct struct = new Struct(value);
        for (Column<R> column : valueColumns) {
            struct.put(column.name(), connectValue(column.type(), rules.apply(column, column.value(row))));
        }
        return struct;
    }

    private static SchemaBuilder type(Column<?> column) {
        SchemaBuilder builder =
                switch (column.type()) {
                    case BIGINT -> SchemaBuilder.int64();
                    case DOUBLE -> SchemaBuilder.float64();
                    case TEXT -> SchemaBuilder.string();
                    case DATE -> Date.builder();
                    case TIMESTAMP -> Timestamp.builder();
                };
        return column.nullable() ? builder.optional() : builder;
    }

    private static String text(Column<?> column) {
        return column.unit() == Unit.SECONDS
                ? column.description() + " In " + column.unit().symbol() + "."
                : column.description();
    }

    /** The one mapping from the catalogue's values to Connect's. */
    static @Nullable Object connectValue(ColumnType type, @Nullable Object cell) {
        if (cell == null) {
            return null;
        }
        return switch (type) {
            case BIGINT, DOUBLE, TEXT -> cell;
            case DATE -> LogicalTypes.date((java.time.LocalDate) cell);
            case TIMESTAMP -> LogicalTypes.timestamp((java.time.Instant) cell);
        };
    }
}
