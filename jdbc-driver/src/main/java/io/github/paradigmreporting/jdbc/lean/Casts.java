package io.github.paradigmreporting.jdbc.lean;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.apache.calcite.avatica.util.DateTimeUtils;
import org.apache.calcite.linq4j.tree.Primitive;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.runtime.SqlFunctions;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.type.SqlTypeUtil;
import org.jspecify.annotations.Nullable;

/** CAST between the types that reports and filters have. */
final class Casts {
    private Casts() {}

    static Expression of(Expression operand, RelDataType from, RelDataType to) {
        if (from.getSqlTypeName() == SqlTypeName.NULL) {
            Kind.of(to);
            return (row, run) -> null;
        }
        Strict.One conversion = conversion(from, to);
        return conversion == null ? operand : Strict.one(operand, conversion);
    }

    private static Strict.@Nullable One conversion(RelDataType from, RelDataType to) {
        Kind kind = Kind.of(from);
        SqlTypeName source = from.getSqlTypeName();
        return switch (to.getSqlTypeName()) {
            case CHAR, VARCHAR -> text(from, to);
            case DECIMAL -> decimal(from, to);
            case DATE ->
                switch (source) {
                    case DATE -> null;
                    case CHAR, VARCHAR -> value -> DateTimeUtils.dateStringToUnixDate((String) value);
                    case TIMESTAMP -> value -> (int) Math.floorDiv((Long) value, DateTimeUtils.MILLIS_PER_DAY);
                    default -> throw declined(from, to);
                };
            case TIMESTAMP -> timestamp(from, to);
            case INTEGER ->
                switch (source) {
                    case INTEGER -> null;
                    case BIGINT -> value -> (Object) (int) Primitive.INT.numberValue((Number) value, RoundingMode.DOWN);
                    default -> throw declined(from, to);
                };
            case BIGINT, DOUBLE, FLOAT ->
                SqlTypeUtil.isNumeric(from) && (kind.compareTo(Kind.of(to)) <= 0 || Kind.of(to) == Kind.DOUBLE)
                        ? widening(kind, Kind.of(to))
                        : refuse(from, to);
            default -> source == to.getSqlTypeName() ? null : refuse(from, to);
        };
    }

    private static Strict.@Nullable One widening(Kind from, Kind to) {
        if (from == to) {
            return null;
        }
        return to == Kind.LONG
                ? value -> (Object) ((Number) value).longValue()
                : value -> (Object) ((Number) value).doubleValue();
    }

    private static Strict.@Nullable One timestamp(RelDataType from, RelDataType to) {
        if (from.getSqlTypeName() == SqlTypeName.DATE) {
            return value -> (Integer) value * DateTimeUtils.MILLIS_PER_DAY;
        }
        if (from.getSqlTypeName() == SqlTypeName.TIMESTAMP && to.getPrecision() >= from.getPrecision()) {
            return null;
        }
        throw declined(from, to);
    }

    private static Strict.One decimal(RelDataType from, RelDataType to) {
        int precision = to.getPrecision();
        int scale = to.getScale();
        // What ReportTypeSystem inherits.
        RoundingMode rounding = RoundingMode.DOWN;
        return switch (Kind.of(from)) {
            case DECIMAL -> value -> Primitive.decimalDecimalCast((BigDecimal) value, precision, scale, rounding);
            case DOUBLE -> value -> Primitive.fpDecimalCast((Number) value, precision, scale, rounding);
            case INT, LONG -> {
                if (!SqlTypeUtil.isNumeric(from)) {
                    throw declined(from, to);
                }
                yield value -> Primitive.integerDecimalCast((Number) value, precision, scale, rounding);
            }
            default -> throw declined(from, to);
        };
    }

    /** To a text of a greatest length: cut, and filled with blanks when the length is fixed. */
    private static Strict.@Nullable One text(RelDataType from, RelDataType to) {
        Strict.One plain =
                switch (from.getSqlTypeName()) {
                    case CHAR, VARCHAR -> null;
                    case DATE -> value -> DateTimeUtils.unixDateToString((Integer) value);
                    case INTEGER, BIGINT -> Object::toString;
                    default -> throw declined(from, to);
                };
        int most = to.getPrecision();
        boolean fixed = to.getSqlTypeName() == SqlTypeName.CHAR;
        if (most < 0 || (plain == null && isNoLonger(from, most) && (!fixed || isFixed(from, most)))) {
            return plain;
        }
        return value -> {
            String text = plain == null ? (String) value : (String) plain.of(value);
            return fixed ? SqlFunctions.truncateOrPad(text, most) : SqlFunctions.truncate(text, most);
        };
    }

    private static boolean isNoLonger(RelDataType from, int most) {
        return SqlTypeUtil.comparePrecision(from.getPrecision(), most) <= 0;
    }

    private static boolean isFixed(RelDataType from, int length) {
        return from.getSqlTypeName() == SqlTypeName.CHAR && from.getPrecision() == length;
    }

    private static Strict.One refuse(RelDataType from, RelDataType to) {
        throw declined(from, to);
    }

    private static Declined declined(RelDataType from, RelDataType to) {
        return new Declined("CAST of " + from + " as " + to);
    }
}
