package io.github.paradigmreporting.core.report;

import java.time.Instant;
import java.time.LocalDate;

/** Type of a column. Adapters map it in one switch expression without {@code default}. */
public enum ColumnType {
    /** 64-bit integer, a {@link Long}. */
    BIGINT(Long.class),
    /** Double precision number, a {@link Double}. */
    DOUBLE(Double.class),
    /** Unicode text of any length, a {@link String}. */
    TEXT(String.class),
    /** Day without any zone, a {@link LocalDate}. */
    DATE(LocalDate.class),
    /** Point in time in UTC, an {@link Instant}. */
    TIMESTAMP(Instant.class);

    private final Class<?> javaType;

    ColumnType(Class<?> javaType) {
        this.javaType = javaType;
    }

    /**
     * The class of every non-null value of such a column.
     *
     * @return the Java class
     */
    public Class<?> javaType() {
        return javaType;
    }
}
