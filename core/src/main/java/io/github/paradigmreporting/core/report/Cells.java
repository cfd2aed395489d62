package io.github.paradigmreporting.core.report;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The cells of one row on their way from an answer to a record: the reader sets them by column, the report's row
 * factory takes them in column order. Reused from row to row, so that a row costs only itself. Not safe for threads.
 */
public final class Cells {
    private final long[] numbers;
    private final @Nullable Object[] objects;
    private final boolean[] present;
    private int next;

    /**
     * Empty cells for a number of columns.
     *
     * @param columns how many
     */
    public Cells(int columns) {
        this.numbers = new long[columns];
        this.objects = new Object[columns];
        this.present = new boolean[columns];
    }

    /**
     * Sets a BIGINT cell.
     *
     * @param column index of the column
     * @param value the number
     */
    public void setLong(int column, long value) {
        numbers[column] = value;
        present[column] = true;
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
        present[column] = true;
    }

    /**
     * Makes a cell null.
     *
     * @param column index of the column
     */
    public void clear(int column) {
        present[column] = false;
        objects[column] = null;
    }

    /**
     * Whether a cell holds a value.
     *
     * @param column index of the column
     * @return false for null
     */
    public boolean has(int column) {
        return present[column];
    }

    /**
     * Fills the cells that are still null from an outer element that was read later.
     *
     * @param other cells of the same report
     */
    public void fillFrom(Cells other) {
        for (int i = 0; i < present.length; i++) {
            if (!present[i] && other.present[i]) {
                numbers[i] = other.numbers[i];
                objects[i] = other.objects[i];
                present[i] = true;
            }
        }
    }

    /**
     * A copy that no longer changes with this one.
     *
     * @return the copy
     */
    public Cells copy() {
        Cells copy = new Cells(present.length);
        copy.fillFrom(this);
        return copy;
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
        return present[i] ? numbers[i] : null;
    }

    /**
     * Takes the next cell as a double.
     *
     * @return the number or null
     */
    public @Nullable Double number() {
        int i = next++;
        return present[i] ? Double.longBitsToDouble(numbers[i]) : null;
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

    private @Nullable Object takeObject() {
        int i = next++;
        return present[i] ? objects[i] : null;
    }

    private static Object required(@Nullable Object value) {
        if (value == null) {
            throw new IllegalStateException("a key cell is empty; the reader checks keys before it builds a row");
        }
        return value;
    }
}
