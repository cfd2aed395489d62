package io.github.paradigmreporting.jdbc.lean;

import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.sql.type.SqlTypeName;

/** The Java class that values of a type have while they are computed. */
enum Kind {
    /** Boolean. */
    BOOLEAN,
    /** Integer: INTEGER, DATE as days since 1970, intervals of months. */
    INT,
    /** Long: BIGINT, TIMESTAMP, and intervals of days, hours, minutes or seconds as milliseconds. */
    LONG,
    /** Double. */
    DOUBLE,
    /** BigDecimal. */
    DECIMAL,
    /** String. */
    TEXT,
    /** {@link Interval}: DAY TO SECOND. */
    INTERVAL,
    /** Any other class; only {@link GeneratedFunction generated functions} know it. */
    OTHER;

    static Kind of(RelDataType type) {
        return switch (type.getSqlTypeName()) {
            case BOOLEAN -> BOOLEAN;
            case TINYINT, SMALLINT, INTEGER, DATE, TIME, INTERVAL_YEAR, INTERVAL_YEAR_MONTH, INTERVAL_MONTH -> INT;
            case BIGINT,
                    TIMESTAMP,
                    TIMESTAMP_WITH_LOCAL_TIME_ZONE,
                    INTERVAL_DAY,
                    INTERVAL_DAY_HOUR,
                    INTERVAL_DAY_MINUTE,
                    INTERVAL_HOUR,
                    INTERVAL_HOUR_MINUTE,
                    INTERVAL_HOUR_SECOND,
                    INTERVAL_MINUTE,
                    INTERVAL_MINUTE_SECOND,
                    INTERVAL_SECOND -> LONG;
            case DOUBLE, FLOAT, REAL -> DOUBLE;
            case DECIMAL -> DECIMAL;
            case CHAR, VARCHAR -> TEXT;
            case INTERVAL_DAY_SECOND -> INTERVAL;
            default -> OTHER;
        };
    }

    /** Checks that closures know the values of a type; units and flags have no values. */
    static void known(RelDataType type) {
        if (of(type) == OTHER
                && type.getSqlTypeName() != SqlTypeName.SYMBOL
                && type.getSqlTypeName() != SqlTypeName.NULL) {
            throw new Declined("type " + type);
        }
    }

    boolean isNumber() {
        return this == INT || this == LONG || this == DOUBLE || this == DECIMAL;
    }
}
