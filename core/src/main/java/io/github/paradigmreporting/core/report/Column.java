package io.github.paradigmreporting.core.report;

import io.github.paradigmreporting.core.model.Row;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One described column of a report. Immutable.
 *
 * @param name snake_case name, the API's own
 * @param type type of the values
 * @param key whether it is part of the report's key; only key columns are never null
 * @param unit what a metric counts
 * @param additive whether the metric may be summed over days
 * @param description one sentence for remarks and docs
 * @param path where the value stands in one element of the answer's rows array, {@code []} marking a nested array;
 *     a path that starts with {@code ?} is the request's own parameter
 * @param reader how to take the value from a row
 * @param <R> the row type
 */
public record Column<R extends Row>(
        String name,
        ColumnType type,
        boolean key,
        Unit unit,
        boolean additive,
        String description,
        String path,
        Function<R, @Nullable Object> reader) {

    /** Path of a value that is the first day asked for. */
    public static final String WINDOW_START = "?start_date";

    /** Path of a value that is the last day asked for. */
    public static final String WINDOW_END = "?end_date";

    /**
     * The value of this column in a row.
     *
     * @param row the row
     * @return a value of {@code type().javaType()}, or null where the API gave none
     */
    public @Nullable Object value(R row) {
        return reader.apply(row);
    }

    /**
     * Whether values may be null: everything but the key may.
     *
     * @return true unless this is a key column
     */
    public boolean nullable() {
        return !key;
    }

    /**
     * Whether the value comes from the request and not from the answer.
     *
     * @return true for the window columns of {@link Grain#WINDOW} reports
     */
    public boolean fromRequest() {
        return path.startsWith("?");
    }
}
