package io.github.paradigmreporting.jdbc.table;

import io.github.paradigmreporting.core.report.Column;
import io.github.paradigmreporting.core.report.ColumnType;
import io.github.paradigmreporting.core.report.Unit;

/**
 * One column of a table.
 *
 * @param name name as shown; SQL finds it in any case
 * @param type type of the values
 * @param nullable whether a value may be null; when unsure, it may
 * @param remarks meaning, unit and whether it may be summed
 * @param summable false for a metric whose sum means nothing
 */
public record SqlColumn(String name, ColumnType type, boolean nullable, String remarks, boolean summable) {
    /**
     * A column that may be summed, or is no metric.
     *
     * @param name name as shown
     * @param type type of the values
     * @param nullable whether a value may be null
     * @param remarks meaning, unit and whether it may be summed
     */
    public SqlColumn(String name, ColumnType type, boolean nullable, String remarks) {
        this(name, type, nullable, remarks, true);
    }

    static SqlColumn of(Column<?> column) {
        boolean summable = column.unit() == Unit.NONE || column.additive();
        return new SqlColumn(column.name(), column.type(), column.nullable(), remarks(column), summable);
    }

    private static String remarks(Column<?> column) {
        if (column.unit() == Unit.NONE) {
            return column.type() == ColumnType.TIMESTAMP ? column.description() + " In UTC." : column.description();
        }
        String sum = column.additive() ? "May be summed over days." : "Must not be summed over days.";
        return column.description() + " Unit: " + column.unit().symbol() + ". " + sum;
    }
}
