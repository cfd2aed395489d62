package io.github.paradigmreporting.jdbc;

import io.github.paradigmreporting.jdbc.engine.ResultColumn;
import io.github.paradigmreporting.jdbc.engine.SqlStates;
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
import org.jspecify.annotations.Nullable;

/** Values users set, as the engine wants them for a parameter's type. */
@SuppressWarnings("JavaUtilDate") // what users give
final class ParameterValues {
    private ParameterValues() {}

    static Object of(ResultColumn parameter, Object given, @Nullable Calendar calendar) throws SQLException {
        Object value = plain(given, calendar);
        int type = parameter.jdbcType();
        return switch (type) {
            case Types.BOOLEAN -> Cell.truth(kind(value), value);
            case Types.TINYINT -> (byte) Cell.whole(kind(value), value, Byte.MIN_VALUE, Byte.MAX_VALUE);
            case Types.SMALLINT -> (short) Cell.whole(kind(value), value, Short.MIN_VALUE, Short.MAX_VALUE);
            case Types.INTEGER -> (int) Cell.whole(kind(value), value, Integer.MIN_VALUE, Integer.MAX_VALUE);
            case Types.BIGINT -> Cell.whole(kind(value), value, Long.MIN_VALUE, Long.MAX_VALUE);
            case Types.REAL -> (float) Cell.number(kind(value), value);
            case Types.FLOAT, Types.DOUBLE -> Cell.number(kind(value), value);
            case Types.DECIMAL, Types.NUMERIC -> Cell.decimal(kind(value), value);
            case Types.CHAR, Types.VARCHAR, Types.LONGVARCHAR -> text(value);
            case Types.DATE -> (int) date(value).toEpochDay();
            case Types.TIME -> (int) (time(value).toNanoOfDay() / 1_000_000);
            case Types.TIMESTAMP -> Cell.epochMillis(dateTime(value));
            default -> internal(value);
        };
    }

    /** Classes of java.sql as those of java.time; days and times keep what their fields show. */
    private static Object plain(Object given, @Nullable Calendar calendar) {
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

    private static LocalDate date(Object value) throws SQLException {
        return value instanceof LocalDate day ? day : dateTime(value).toLocalDate();
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
        if (value instanceof String) {
            return Cell.dateTime(Types.VARCHAR, value);
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
