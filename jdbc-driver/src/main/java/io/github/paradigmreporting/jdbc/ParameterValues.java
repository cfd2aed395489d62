package io.github.paradigmreporting.jdbc;

import io.github.paradigmreporting.jdbc.engine.ParameterType;
import io.github.paradigmreporting.jdbc.engine.ResultColumn;
import io.github.paradigmreporting.jdbc.engine.SqlStates;
import io.github.paradigmreporting.jdbc.lean.DateTexts;
import io.github.paradigmreporting.jdbc.lean.ValueException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Date;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Values users set, as the engine wants them for a parameter's type. */
@SuppressWarnings("JavaUtilDate") // what users give
final class ParameterValues {
    private ParameterValues() {}

    /** A value of {@link #plain} as the engine has values of a type. */
    static Object of(ResultColumn parameter, Object value) throws SQLException {
        int type = parameter.jdbcType();
        return switch (type) {
            case Types.BOOLEAN -> Cell.truth(kind(value), value);
            case Types.TINYINT -> (int) whole(value, Byte.MIN_VALUE, Byte.MAX_VALUE);
            case Types.SMALLINT -> (int) whole(value, Short.MIN_VALUE, Short.MAX_VALUE);
            case Types.INTEGER -> (int) whole(value, Integer.MIN_VALUE, Integer.MAX_VALUE);
            case Types.BIGINT -> whole(value, Long.MIN_VALUE, Long.MAX_VALUE);
            case Types.REAL -> (double) (float) Cell.number(kind(value), value);
            case Types.FLOAT, Types.DOUBLE -> Cell.number(kind(value), value);
            case Types.DECIMAL, Types.NUMERIC -> Cell.decimal(kind(value), value);
            case Types.CHAR, Types.VARCHAR, Types.LONGVARCHAR -> text(value);
            case Types.DATE -> (int) date(value).toEpochDay();
            case Types.TIME -> (int) (time(value).toNanoOfDay() / 1_000_000);
            case Types.TIMESTAMP -> Cell.epochMillis(dateTime(value));
            default -> internal(value);
        };
    }

    /** A whole number; nothing is cut off. */
    private static long whole(Object value, long min, long max) throws SQLException {
        long whole = Cell.whole(kind(value), value, min, max);
        if (Cell.decimal(kind(value), value).compareTo(BigDecimal.valueOf(whole)) != 0) {
            throw SqlStates.of(SqlStates.OUT_OF_RANGE, value + " is given where a whole number is needed");
        }
        return whole;
    }

    /**
     * Whether a value means the same as one of the type that a statement has the parameter be.
     *
     * @param typed whether the statement says what the type is
     */
    static boolean keeps(ResultColumn parameter, boolean typed, @Nullable Object value) throws SQLException {
        if ((value instanceof Double || value instanceof Float) && !Double.isFinite(((Number) value).doubleValue())) {
            throw SqlStates.of(SqlStates.OUT_OF_RANGE, value + " is no number that SQL has");
        }
        if (!typed) {
            return false;
        }
        boolean number = value instanceof Number;
        boolean whole =
                value instanceof Long || value instanceof Integer || value instanceof Short || value instanceof Byte;
        return switch (parameter.jdbcType()) {
            case Types.TINYINT, Types.SMALLINT, Types.INTEGER ->
                value instanceof Number given
                        ? whole && given.longValue() == given.intValue()
                        : !(value instanceof LocalDate || value instanceof LocalDateTime);
            case Types.BIGINT -> !number || whole;
            case Types.DECIMAL, Types.NUMERIC -> !(value instanceof Double || value instanceof Float);
            case Types.DATE ->
                !(value instanceof LocalDateTime moment) || moment.toLocalTime().equals(LocalTime.MIDNIGHT);
            case Types.TIMESTAMP -> !(value instanceof LocalDate);
            default -> true;
        };
    }

    /** The type that a value has of its own. */
    static ParameterType own(@Nullable Object value) throws SQLException {
        if (value == null) {
            return ParameterType.NULL;
        }
        if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
            return ParameterType.INTEGER;
        }
        if (value instanceof Long) {
            return ParameterType.BIGINT;
        }
        if (value instanceof Double || value instanceof Float) {
            return ParameterType.DOUBLE;
        }
        if (value instanceof BigDecimal) {
            return ParameterType.DECIMAL;
        }
        if (value instanceof String) {
            return ParameterType.TEXT;
        }
        if (value instanceof Boolean) {
            return ParameterType.BOOLEAN;
        }
        if (value instanceof LocalDate) {
            return ParameterType.DATE;
        }
        if (value instanceof LocalDateTime) {
            return ParameterType.TIMESTAMP;
        }
        if (value instanceof LocalTime) {
            return ParameterType.TIME;
        }
        throw SqlStates.of(
                SqlStates.NOT_CONVERTIBLE, "a " + value.getClass().getSimpleName() + " cannot be used for a parameter");
    }

    /** Classes of java.sql as those of java.time; days and times keep what their fields show. */
    static Object plain(Object given, @Nullable Calendar calendar) {
        if (given instanceof Timestamp timestamp) {
            return calendar == null
                    ? timestamp.toLocalDateTime()
                    : LocalDateTime.ofInstant(
                            timestamp.toInstant(), calendar.getTimeZone().toZoneId());
        }
        if (given instanceof Date date) {
            return calendar == null ? date.toLocalDate() : local(date, calendar).toLocalDate();
        }
        if (given instanceof Time time) {
            return calendar == null ? time.toLocalTime() : local(time, calendar).toLocalTime();
        }
        if (given instanceof java.util.Date date) {
            return new Timestamp(date.getTime()).toLocalDateTime();
        }
        if (given instanceof Calendar moment) {
            return LocalDateTime.ofInstant(moment.toInstant(), ZoneOffset.UTC);
        }
        if (given instanceof Instant instant) {
            return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
        }
        if (given instanceof OffsetDateTime moment) {
            return LocalDateTime.ofInstant(moment.toInstant(), ZoneOffset.UTC);
        }
        if (given instanceof ZonedDateTime moment) {
            return LocalDateTime.ofInstant(moment.toInstant(), ZoneOffset.UTC);
        }
        if (given instanceof BigInteger number) {
            return new BigDecimal(number);
        }
        return given instanceof Character letter ? letter.toString() : given;
    }

    private static LocalDateTime local(java.util.Date moment, Calendar calendar) {
        return LocalDateTime.ofInstant(
                Instant.ofEpochMilli(moment.getTime()), calendar.getTimeZone().toZoneId());
    }

    /** The type to convert a value from. */
    private static int kind(Object value) throws SQLException {
        if (value instanceof Number || value instanceof String || value instanceof Boolean) {
            return Types.OTHER;
        }
        throw SqlStates.of(
                SqlStates.NOT_CONVERTIBLE,
                "a " + value.getClass().getSimpleName() + " cannot be used for a number or truth value");
    }

    private static String text(Object value) throws SQLException {
        if (value instanceof LocalDateTime time) {
            return Cell.text(Types.TIMESTAMP, Cell.epochMillis(time));
        }
        if (value instanceof LocalTime time) {
            return Cell.TIME.format(time);
        }
        if (value instanceof byte[]) {
            throw SqlStates.of(SqlStates.NOT_CONVERTIBLE, "bytes cannot be used for a text");
        }
        return value instanceof BigDecimal decimal ? decimal.toPlainString() : value.toString();
    }

    /** A day; of a text with a time and a zone, the day that it names. */
    private static LocalDate date(Object value) throws SQLException {
        if (value instanceof String text) {
            return read(() -> LocalDate.ofEpochDay(DateTexts.day(text)));
        }
        return value instanceof LocalDate day ? day : dateTime(value).toLocalDate();
    }

    private static <T> T read(Supplier<T> reading) throws SQLException {
        try {
            return reading.get();
        } catch (ValueException e) {
            throw SqlStates.of(e.sqlState(), String.valueOf(e.getMessage()), e);
        }
    }

    private static LocalTime time(Object value) throws SQLException {
        if (value instanceof LocalTime time) {
            return time;
        }
        return value instanceof String
                ? Cell.time(Types.VARCHAR, value)
                : dateTime(value).toLocalTime();
    }

    private static LocalDateTime dateTime(Object value) throws SQLException {
        if (value instanceof LocalDateTime time) {
            return time;
        }
        if (value instanceof LocalDate day) {
            return day.atStartOfDay();
        }
        if (value instanceof String text) {
            return read(() -> LocalDateTime.ofInstant(Instant.ofEpochMilli(DateTexts.moment(text)), ZoneOffset.UTC));
        }
        throw SqlStates.of(
                SqlStates.NOT_CONVERTIBLE,
                "a " + value.getClass().getSimpleName() + " cannot be used for a date or time");
    }

    private static Object internal(Object value) throws SQLException {
        if (value instanceof LocalDate day) {
            return (int) day.toEpochDay();
        }
        return value instanceof LocalDateTime time ? (Object) Cell.epochMillis(time) : value;
    }
}
