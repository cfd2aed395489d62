package io.github.paradigmreporting.jdbc.lean;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.type.SqlTypeUtil;
import org.jspecify.annotations.Nullable;

/** CAST as PostgreSQL does it: numbers are rounded and never cut, and what does not fit is an error. */
final class Casts {
    /** What BOOLEAN is written as; each also by its first letters, as long as they begin no other. */
    private static final List<String> TRUE = List.of("true", "yes", "on", "1");

    private static final List<String> FALSE = List.of("false", "no", "off", "0");

    private static final long DAY = 86_400_000;

    /** An element of an array that needs no quotes. */
    private static final Pattern PLAIN_ELEMENT = Pattern.compile("(?!(?i:null)\\z)[^\\s{}\",\\\\]+");

    private Casts() {}

    static Expression of(Expression operand, RelDataType from, RelDataType to) {
        if (from.getSqlTypeName() == SqlTypeName.NULL) {
            Kind.of(to);
            return (row, run) -> null;
        }
        if (SqlTypeUtil.isCharacter(from) && isMoment(to)) {
            return moment(operand, to);
        }
        if (SqlTypeUtil.isInterval(from) && Kind.of(to) == Kind.INTERVAL) {
            return Intervals.of(operand, from);
        }
        if (SqlTypeUtil.isInterval(from) && SqlTypeUtil.isCharacter(to)) {
            return text(operand, from);
        }
        Strict.One conversion = conversion(from, to);
        return conversion == null ? operand : Strict.one(operand, conversion);
    }

    /** A value as a text of any length. */
    static Expression text(Expression operand, RelDataType from) {
        if (from.getSqlTypeName() == SqlTypeName.NULL) {
            return operand;
        }
        if (SqlTypeUtil.isInterval(from)) {
            return Strict.one(Intervals.of(operand, from), Object::toString);
        }
        Function<Object, String> written = written(from);
        return written == null ? operand : Strict.one(operand, written::apply);
    }

    /** A value as a text, as CONCAT and a result show it; BOOLEAN as t and f. */
    static Expression output(Expression operand, RelDataType from) {
        return from.getSqlTypeName() == SqlTypeName.BOOLEAN
                ? Strict.one(operand, value -> (Boolean) value ? "t" : "f")
                : text(operand, from);
    }

    private static boolean isMoment(RelDataType type) {
        return switch (type.getSqlTypeName()) {
            case DATE, TIME, TIMESTAMP, TIMESTAMP_WITH_LOCAL_TIME_ZONE -> true;
            default -> SqlTypeUtil.isInterval(type);
        };
    }

    /** Of a text, which may say "today". */
    private static Expression moment(Expression text, RelDataType to) {
        return switch (to.getSqlTypeName()) {
            case DATE -> ofText(text, DateTexts::day);
            case TIME -> ofText(text, DateTexts::time);
            case TIMESTAMP, TIMESTAMP_WITH_LOCAL_TIME_ZONE -> {
                Strict.One rounding = rounding(to);
                Expression moment = ofText(text, DateTexts::moment);
                yield rounding == null ? moment : Strict.one(moment, rounding);
            }
            case INTERVAL_DAY_SECOND -> Strict.one(text, value -> Interval.of((String) value));
            default -> throw new Declined("a text as " + to);
        };
    }

    private interface Reading {
        Object of(String text, Run run);
    }

    private static Expression ofText(Expression text, Reading reading) {
        return (row, run) -> {
            Object value = text.of(row, run);
            return value == null ? null : reading.of((String) value, run);
        };
    }

    private static Strict.@Nullable One conversion(RelDataType from, RelDataType to) {
        return switch (to.getSqlTypeName()) {
            case CHAR, VARCHAR -> text(from, to);
            case BOOLEAN -> truth(from, to);
            case TINYINT -> whole(from, to, Byte.MIN_VALUE, Byte.MAX_VALUE);
            case SMALLINT -> whole(from, to, Short.MIN_VALUE, Short.MAX_VALUE);
            case INTEGER -> whole(from, to, Integer.MIN_VALUE, Integer.MAX_VALUE);
            case BIGINT -> whole(from, to, Long.MIN_VALUE, Long.MAX_VALUE);
            case DOUBLE, FLOAT -> from.getSqlTypeName() == SqlTypeName.REAL ? null : fraction(from, to);
            case REAL -> {
                Strict.One number = fraction(from, to);
                yield value -> {
                    Object wide = number == null ? value : number.of(value);
                    return wide instanceof Number fraction ? (Object) (double) fraction.floatValue() : null;
                };
            }
            case DECIMAL -> decimal(from, to);
            case DATE ->
                switch (from.getSqlTypeName()) {
                    case DATE -> null;
                    case TIMESTAMP, TIMESTAMP_WITH_LOCAL_TIME_ZONE ->
                        value -> (int) Math.floorDiv((long) (Long) value, DAY);
                    default -> throw declined(from, to);
                };
            case TIME ->
                switch (from.getSqlTypeName()) {
                    case TIME -> null;
                    case TIMESTAMP, TIMESTAMP_WITH_LOCAL_TIME_ZONE ->
                        value -> (int) Math.floorMod((long) (Long) value, DAY);
                    default -> throw declined(from, to);
                };
            case TIMESTAMP, TIMESTAMP_WITH_LOCAL_TIME_ZONE -> timestamp(from, to);
            default -> {
                boolean intervals = SqlTypeUtil.isInterval(from) && SqlTypeUtil.isInterval(to);
                if (intervals && Kind.of(from) == Kind.of(to)) {
                    yield null;
                }
                throw declined(from, to);
            }
        };
    }

    private static Strict.@Nullable One whole(RelDataType from, RelDataType to, long min, long max) {
        boolean isLong = Kind.of(to) == Kind.LONG;
        if (SqlTypeUtil.isCharacter(from)) {
            return value -> boxed(wholeOf((String) value, min, max), isLong);
        }
        if (from.getSqlTypeName() == SqlTypeName.BOOLEAN) {
            return value -> boxed((Boolean) value ? 1 : 0, isLong);
        }
        requireNumber(from, to);
        return from.getSqlTypeName() == to.getSqlTypeName()
                ? null
                : value -> boxed(Arithmetic.whole((Number) value, min, max), isLong);
    }

    private static Object boxed(long value, boolean isLong) {
        return isLong ? (Object) value : (Object) (int) value;
    }

    private static long wholeOf(String text, long min, long max) {
        String trimmed = Bounds.number(text.trim());
        try {
            return Numbers.whole(
                    new BigDecimal(new java.math.BigInteger(trimmed.startsWith("+") ? trimmed.substring(1) : trimmed)),
                    min,
                    max);
        } catch (NumberFormatException e) {
            throw noNumber(text, "a whole number");
        }
    }

    private static ValueException noNumber(String text, String wanted) {
        return new ValueException(ValueException.Kind.BAD_CAST, "'" + text + "' is not " + wanted);
    }

    private static void requireNumber(RelDataType from, RelDataType to) {
        if (!SqlTypeUtil.isNumeric(from)) {
            throw declined(from, to);
        }
    }

    private static Strict.@Nullable One fraction(RelDataType from, RelDataType to) {
        if (SqlTypeUtil.isCharacter(from)) {
            return value -> Numbers.finite(decimalOf((String) value).doubleValue());
        }
        requireNumber(from, to);
        return Kind.of(from) == Kind.DOUBLE ? null : value -> Numbers.finite(((Number) value).doubleValue());
    }

    private static BigDecimal decimalOf(String text) {
        try {
            return Bounds.number(new BigDecimal(Bounds.number(text.trim())));
        } catch (NumberFormatException e) {
            String special = text.trim().toLowerCase(Locale.ROOT);
            throw noNumber(
                    text,
                    special.equals("nan") || special.endsWith("infinity")
                            ? "a number here; write NULL for one that has no value"
                            : "a number");
        }
    }

    private static Strict.@Nullable One decimal(RelDataType from, RelDataType to) {
        int precision = to.getPrecision();
        int scale = to.getScale();
        boolean anyScale = Numbers.isUnbounded(to);
        if (SqlTypeUtil.isCharacter(from)) {
            return value -> {
                BigDecimal number = plain(decimalOf((String) value));
                return anyScale ? number : Numbers.decimal(number, precision, scale);
            };
        }
        requireNumber(from, to);
        if (anyScale) {
            return Kind.of(from) == Kind.DECIMAL ? null : value -> plain(Arithmetic.decimal((Number) value));
        }
        return value -> Numbers.decimal(Arithmetic.decimal((Number) value), precision, scale);
    }

    /** Without an exponent: 1E+3 is 1000. */
    private static BigDecimal plain(BigDecimal number) {
        return number.scale() < 0 ? number.setScale(0) : number;
    }

    private static Strict.@Nullable One truth(RelDataType from, RelDataType to) {
        if (from.getSqlTypeName() == SqlTypeName.BOOLEAN) {
            return null;
        }
        if (SqlTypeUtil.isCharacter(from)) {
            return value -> truthOf((String) value);
        }
        requireNumber(from, to);
        return value -> Arithmetic.decimal((Number) value).signum() != 0;
    }

    private static boolean truthOf(String text) {
        String word = text.trim().toLowerCase(Locale.ROOT);
        boolean yes = TRUE.stream().anyMatch(name -> name.startsWith(word));
        boolean no = FALSE.stream().anyMatch(name -> name.startsWith(word));
        if (yes == no) {
            throw new ValueException(ValueException.Kind.BAD_CAST, "'" + text + "' is neither true nor false");
        }
        return yes;
    }

    private static Strict.@Nullable One timestamp(RelDataType from, RelDataType to) {
        return switch (from.getSqlTypeName()) {
            case DATE -> value -> Math.multiplyExact((long) (Integer) value, DAY);
            case TIMESTAMP, TIMESTAMP_WITH_LOCAL_TIME_ZONE ->
                to.getPrecision() >= from.getPrecision() ? null : rounding(to);
            default -> throw declined(from, to);
        };
    }

    /** To the decimals of a second that a type has; halves up. Null where those are milliseconds. */
    private static Strict.@Nullable One rounding(RelDataType to) {
        int digits = to.getPrecision();
        if (digits >= 3 || digits < 0) {
            return null;
        }
        long unit = digits == 0 ? 1000 : digits == 1 ? 100 : 10;
        return value -> Math.floorDiv((Long) value + unit / 2, unit) * unit;
    }

    /** To a text of a greatest length: cut, and filled with blanks when the length is fixed. */
    private static Strict.@Nullable One text(RelDataType from, RelDataType to) {
        Function<Object, String> plain = written(from);
        int most = to.getPrecision();
        boolean fixed = to.getSqlTypeName() == SqlTypeName.CHAR;
        if (most < 0 || (plain == null && isNoLonger(from, most) && (!fixed || isFixed(from, most)))) {
            return plain == null ? null : plain::apply;
        }
        return value -> {
            String text = plain == null ? (String) value : plain.apply(value);
            int length = CodePoints.count(text);
            return length > most
                    ? CodePoints.between(text, 1, most + 1L)
                    : fixed ? text + " ".repeat(most - length) : text;
        };
    }

    /** How values of a type are written; null for texts. */
    private static @Nullable Function<Object, String> written(RelDataType from) {
        return switch (from.getSqlTypeName()) {
            case CHAR, VARCHAR -> null;
            case BOOLEAN, TINYINT, SMALLINT, INTEGER, BIGINT -> Object::toString;
            case DECIMAL -> value -> ((BigDecimal) value).toPlainString();
            case DOUBLE, FLOAT -> value -> Numbers.text((Double) value);
            case REAL -> value -> Numbers.text(new BigDecimal(Float.toString((float) (double) (Double) value)));
            case DATE -> value -> DateTexts.ofDay((Integer) value);
            case TIME -> value -> DateTexts.ofTime((Integer) value);
            case TIMESTAMP -> value -> DateTexts.ofMoment((Long) value);
            case TIMESTAMP_WITH_LOCAL_TIME_ZONE -> value -> DateTexts.ofMoment((Long) value) + "+00";
            case ARRAY -> array(from);
            default -> throw new Declined(from + " as a text");
        };
    }

    /** {@code {1,2,NULL}}; what could be taken for something else stands in quotes. */
    private static Function<Object, String> array(RelDataType from) {
        RelDataType of = Objects.requireNonNull(from.getComponentType());
        boolean nested = of.getSqlTypeName() == SqlTypeName.ARRAY;
        Function<Object, String> written =
                switch (of.getSqlTypeName()) {
                    case NULL -> Object::toString;
                    case BOOLEAN -> value -> (Boolean) value ? "t" : "f";
                    case DECIMAL -> value -> unpadded((BigDecimal) value).toPlainString();
                    default -> {
                        Function<Object, String> plain = SqlTypeUtil.isInterval(of) ? null : written(of);
                        yield plain == null ? Object::toString : plain;
                    }
                };
        return array -> {
            StringBuilder out = new StringBuilder("{");
            for (Object element : (List<?>) array) {
                String text = element == null ? "NULL" : written.apply(element);
                boolean plain =
                        element == null || nested || PLAIN_ELEMENT.matcher(text).matches();
                out.append(out.length() == 1 ? "" : ",")
                        .append(plain ? text : '"' + text.replaceAll("[\"\\\\]", "\\\\$0") + '"');
            }
            return out.append('}').toString();
        };
    }

    /** Elements of several types are all made as long as the longest type may be. */
    private static BigDecimal unpadded(BigDecimal number) {
        return number.scale() < Numbers.UNBOUNDED_SCALE ? number : plain(number.stripTrailingZeros());
    }

    private static boolean isNoLonger(RelDataType from, int most) {
        return SqlTypeUtil.comparePrecision(from.getPrecision(), most) <= 0;
    }

    private static boolean isFixed(RelDataType from, int length) {
        return from.getSqlTypeName() == SqlTypeName.CHAR && from.getPrecision() == length;
    }

    private static Declined declined(RelDataType from, RelDataType to) {
        return new Declined("CAST of " + from + " as " + to);
    }
}
