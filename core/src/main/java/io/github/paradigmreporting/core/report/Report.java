package io.github.paradigmreporting.core.report;

import io.github.paradigmreporting.core.model.Row;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One report of the API as a table: where it is asked for, what its columns are, and how a row is built from them.
 * Immutable and safe for threads.
 *
 * @param <R> the row type
 */
public final class Report<R extends Row> {
    private final String name;
    private final String endpoint;
    private final String rowsField;
    private final Grain grain;
    private final String description;
    private final Class<R> rowType;
    private final Function<Cells, R> factory;
    private final List<Column<R>> columns;
    private final Map<String, Column<R>> byName;

    Report(ReportBuilder<R> builder, Function<Cells, R> factory) {
        this.name = builder.name;
        this.endpoint = builder.endpoint;
        this.rowsField = builder.rowsField;
        this.grain = builder.grain;
        this.description = builder.description;
        this.rowType = builder.rowType;
        this.factory = factory;
        this.columns = List.copyOf(builder.columns);
        Map<String, Column<R>> index = new LinkedHashMap<>();
        for (Column<R> column : columns) {
            if (index.put(column.name(), column) != null) {
                throw new IllegalArgumentException("report " + name + " has two columns " + column.name());
            }
        }
        this.byName = Collections.unmodifiableMap(index);
    }

    /**
     * The name users write, for example {@code sessions}.
     *
     * @return the name
     */
    public String name() {
        return name;
    }

    /**
     * The API's own path segment, for example {@code chat-sessions}; accepted as an alias of the name.
     *
     * @return the segment below {@code /reporting/}
     */
    public String endpoint() {
        return endpoint;
    }

    /**
     * The field of the answer that holds this report's rows.
     *
     * @return {@code reporting} or {@code reporting_agent}
     */
    public String rowsField() {
        return rowsField;
    }

    /**
     * What the days of a query mean to this report.
     *
     * @return the grain
     */
    public Grain grain() {
        return grain;
    }

    /**
     * One sentence that says what a row is.
     *
     * @return the description
     */
    public String description() {
        return description;
    }

    /**
     * The record that holds a row.
     *
     * @return the class
     */
    public Class<R> rowType() {
        return rowType;
    }

    /**
     * The columns in table order, key columns included.
     *
     * @return an immutable list
     */
    public List<Column<R>> columns() {
        return columns;
    }

    /**
     * The columns that identify a row, in key order.
     *
     * @return an immutable list
     */
    public List<Column<R>> key() {
        return columns.stream().filter(Column::key).toList();
    }

    /**
     * The column of a name, whatever its case.
     *
     * @param column name of the column
     * @return the column, or empty when the report has none of that name
     */
    public Optional<Column<R>> column(String column) {
        return Optional.ofNullable(byName.get(column.toLowerCase(java.util.Locale.ROOT)));
    }

    /**
     * Builds a row from its cells.
     *
     * @param cells the cells in column order; key cells are set
     * @return the row
     */
    public R row(Cells cells) {
        cells.rewind();
        return factory.apply(cells);
    }

    /**
     * The generic view of a row: its values in column order.
     *
     * @param row the row
     * @return as many values as there are columns, null where the API gave none
     */
    public List<@Nullable Object> values(R row) {
        List<@Nullable Object> values = new ArrayList<>(columns.size());
        for (Column<R> column : columns) {
            values.add(column.value(row));
        }
        return Collections.unmodifiableList(values);
    }

    @Override
    public String toString() {
        return name;
    }
}
