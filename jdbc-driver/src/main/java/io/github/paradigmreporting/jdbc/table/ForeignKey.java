package io.github.paradigmreporting.jdbc.table;

/**
 * A reference from one column of a table to the single key column of another.
 *
 * @param column the referring column
 * @param table the table referred to
 * @param referred the key column there
 */
public record ForeignKey(String column, String table, String referred) {}
