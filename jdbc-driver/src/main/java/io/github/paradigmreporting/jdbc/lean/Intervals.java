package io.github.paradigmreporting.jdbc.lean;

import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.sql.type.SqlTypeName;

/**
 * The types of intervals: those of one unit are numbers, of months or of milliseconds, as the literals are that a
 * statement adds to days; DAY TO SECOND is the one that also holds months, as PostgreSQL's only interval does.
 */
final class Intervals {
    private Intervals() {}

    /** A value of any type of interval as an {@link Interval}. */
    static Expression of(Expression value, RelDataType type) {
        return switch (Kind.of(type)) {
            case INTERVAL -> value;
            case INT -> Strict.one(value, months -> Interval.ofMonths((Integer) months));
            default ->
                isOfDays(type)
                        ? Strict.one(value, millis -> Interval.ofMillis((Long) millis))
                        : Strict.one(value, millis -> new Interval(0, 0, (Long) millis));
        };
    }

    private static boolean isOfDays(RelDataType type) {
        SqlTypeName name = type.getSqlTypeName();
        return name == SqlTypeName.INTERVAL_DAY
                || name == SqlTypeName.INTERVAL_DAY_HOUR
                || name == SqlTypeName.INTERVAL_DAY_MINUTE;
    }
}
