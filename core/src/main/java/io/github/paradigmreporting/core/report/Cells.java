package io.github.paradigmreporting.core.report;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The cells of one row on their way from an answer to a record: the reader sets them by column, the report's row
 * factory takes them in column order. Reused from row to row, so that a row costs only itself. Which cells hold a value is
 * one bit per column, so a report has at most 64 columns. Not safe for threads.
 */
public final class Cells {
    private final long[] numbers;
    private final @Nullable Object[] objects;
    private long present;
    private int next;

    /**
     * Empty cells for a number of columns.
     *
     * @param columns how many
     */
    public Cells(int columns) {
        if (columns > Long.SIZE) {
            throw new IllegalArgumentException("a report has at most " + Long.SIZE + " columns, not " + columns);
        }
        this.numbers = new long[columns];
        this.objects = new Object[columns];
    }

    /**
     * Sets a BIGINT cell.
     *
     * @param column index of the column
     * @param value the number
     */
    public void setLong(int column, long value) {
        numbers[column] = value;
        present |= 1L << column;
    }

    /**
     * Sets a DOUBLE cell.
     *
     * @param column index of the column
     * @param value the number
     */
    public void setDouble(int column, double value) {
        setLong(column, Double.doubleToRawLongBits(value));
    }

    /**
     * Sets a TEXT, DATE or TIMESTAMP cell.
     *
     * @param column index of the column
     * @param value a value of the column's Java type
     */
    public void set(int column, Object value) {
        objects[column] = value;
        present |= 1L << column;
    }

    /**
     * Makes cells null.
     *
     * @param columns bit n stands for column n
     */
    public void setNull(long columns) {
        present &= ~columns;
    }

    /**
     * Which of some cells are null.
     *
     * @param columns bit n stands for column n
     * @return the bits of those that hold no value
     */
    public long missing(long columns) {
        return columns & ~present;
    }

    /**
     * Takes the cells that are still null from an outer element that was read later.
     *
     * @param outer cells of the same report
     * @param columns bit n stands for column n
     */
    public void fillFrom(Cells outer, long columns) {
        long toFill = missing(columns) & outer.present;
        for (int i = 0; i < numbers.length; i++) {
            if ((toFill >>> i & 1) != 0) {
                numbers[i] = outer.numbers[i];
                objects[i] = outer.objects[i];
            }
        }
        present |= toFill;
    }

    /**
     * A copy that no longer changes with this one.
     *
     * @return the copy
     */
    public Cells copy() {
        Cells copy = new Cells(numbers.length);
        copy.fillFrom(this, -1);
        return copy;
    }

    /**
     * A BIGINT cell that holds a value.
     *
     * @param column index of the column
     * @return the number
     */
    public long number(int column) {
        return numbers[column];
    }

    /**
     * A TEXT, DATE or TIMESTAMP cell that holds a value.
     *
     * @param column index of the column
     * @return a value of the column's Java type
     */
    public Object object(int column) {
        return required(objects[column]);
    }

    /** Starts taking from the first column again. */
    void rewind() {
        next = 0;
    }

    /**
     * Takes the next cell as a key's number.
     *
     * @return the number
     */
    public long id() {
        return numbers[next++];
    }

    /**
     * Takes the next cell as a count.
     *
     * @return the count or null
     */
    public @Nullable Long count() {
        int i = next++;
        return has(i) ? numbers[i] : null;
    }

    /**
     * Takes the next cell as a double.
     *
     * @return the number or null
     */
    public @Nullable Double number() {
        int i = next++;
        return has(i) ? Double.longBitsToDouble(numbers[i]) : null;
    }

    /**
     * Takes the next cell as a text.
     *
     * @return the text or null
     */
    public @Nullable String text() {
        return (String) takeObject();
    }

    /**
     * Takes the next cell as a key's text.
     *
     * @return the text
     */
    public String keyText() {
        return (String) required(takeObject());
    }

    /**
     * Takes the next cell as a key's day.
     *
     * @return the day
     */
    public LocalDate day() {
        return (LocalDate) required(takeObject());
    }

    /**
     * Takes the next cell as an instant.
     *
     * @return the instant or null
     */
    public @Nullable Instant instant() {
        return (Instant) takeObject();
    }

    private boolean has(int column) {
        return (present >>> column & 1) != 0;
    }

    private @Nullable Object takeObject() {
        int i = next++;
        return has(i) ? objects[i] : null;
    }

    private static Object required(@Nullable Object value) {
        if (value == null) {
            throw new IllegalStateException("a key cell is empty; the reader checks keys before it builds a row");
        }
        return value;
    }
}
