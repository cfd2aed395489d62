package io.github.paradigmreporting.jdbc.lean;

import org.apache.calcite.rel.type.RelDataType;

/** The Java class that values of a type have while they are computed: the one that generated code uses. */
enum Kind {
    /** Boolean. */
    BOOLEAN,
    /** Integer: INTEGER, DATE as days since 1970, intervals of months. */
    INT,
    /** Long: BIGINT, TIMESTAMP and intervals as milliseconds. */
    LONG,
    /** Double. */
    DOUBLE,
    /** BigDecimal. */
    DECIMAL,
    /** String. */
    TEXT;

    static Kind of(RelDataType type) {
        return switch (type.getSqlTypeName()) {
            case BOOLEAN -> BOOLEAN;
            case INTEGER, DATE, INTERVAL_YEAR, INTERVAL_YEAR_MONTH, INTERVAL_MONTH -> INT;
            case BIGINT,
                    TIMESTAMP,
                    INTERVAL_DAY,
                    INTERVAL_DAY_HOUR,
                    INTERVAL_DAY_MINUTE,
                    INTERVAL_DAY_SECOND,
                    INTERVAL_HOUR,
                    INTERVAL_HOUR_MINUTE,
                    INTERVAL_HOUR_SECOND,
                    INTERVAL_MINUTE,
                    INTERVAL_MINUTE_SECOND,
                    INTERVAL_SECOND -> LONG;
            case DOUBLE, FLOAT -> DOUBLE;
            case DECIMAL -> DECIMAL;
            case CHAR, VARCHAR -> TEXT;
            default -> throw new Declined("type " + type);
        };
    }

    boolean isNumber() {
        return this == INT || this == LONG || this == DOUBLE || this == DECIMAL;
    }
}
