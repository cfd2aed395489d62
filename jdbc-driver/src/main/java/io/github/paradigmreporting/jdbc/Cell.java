package io.github.paradigmreporting.jdbc;

import io.github.paradigmreporting.jdbc.engine.SqlStates;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.Types;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import org.apache.calcite.avatica.util.ByteString;

/**
 * Conversions of one value that is not null, by its type. Days and times are never moved through a time zone: a
 * TIMESTAMP is what the clock showed in UTC.
 */
final class Cell {
    static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .appendPattern("HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .toFormatter(Locale.ROOT);

    private static final DateTimeFormatter TIMESTAMP = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendLiteral(' ')
            .append(TIME)
            .toFormatter(Locale.ROOT);

    private static final long DAY_MILLIS = 86_400_000;

    private Cell() {}

    static String text(int type, Object value) {
        return switch (type) {
            case Types.DATE -> LocalDate.ofEpochDay((Integer) value).toString();
            case Types.TIME -> TIME.format(ofMillis((Integer) value));
            case Types.TIMESTAMP -> TIMESTAMP.format(ofEpochMillis((Long) value));
            case Types.REAL -> Float.toString(((Number) value).floatValue());
            default -> value instanceof BigDecimal decimal ? decimal.toPlainString() : value.toString();
        };
    }

    static BigDecimal decimal(int type, Object value) throws SQLException {
        if (isTemporal(type) || value instanceof ByteString) {
            throw not(type, "a number");
        }
        if (value instanceof BigDecimal decimal) {
            return decimal;
        }
        if (value instanceof Double || value instanceof Float) {
            double number = ((Number) value).doubleValue();
            if (Double.isNaN(number) || Double.isInfinite(number)) {
                throw SqlStates.of(SqlStates.OUT_OF_RANGE, value + " is not a decimal number");
            }
            return new BigDecimal(value.toString());
        }
        if (value instanceof Number number) {
            return BigDecimal.valueOf(number.longValue());
        }
        if (value instanceof Boolean truth) {
            return truth ? BigDecimal.ONE : BigDecimal.ZERO;
        }
        try {
            return new BigDecimal(value.toString().trim());
        } catch (NumberFormatException e) {
            throw SqlStates.of(SqlStates.BAD_CAST, "'" + value + "' is not a number", e);
        }
    }

    static double number(int type, Object value) throws SQLException {
        return value instanceof Number number && !isTemporal(type)
                ? number.doubleValue()
                : decimal(type, value).doubleValue();
    }

    /** A whole number between bounds; what stands after the point is cut off. */
    static long whole(int type, Object value, long min, long max) throws SQLException {
        if (value instanceof Long || value instanceof Integer || value instanceof Short || value instanceof Byte) {
            if (isTemporal(type)) {
                throw not(type, "a number");
            }
            long number = ((Number) value).longValue();
            if (number >= min && number <= max) {
                return number;
            }
            throw SqlStates.of(SqlStates.OUT_OF_RANGE, number + " does not fit; it lies outside " + min + " to " + max);
        }
        BigDecimal cut = decimal(type, value).setScale(0, RoundingMode.DOWN);
        if (cut.compareTo(BigDecimal.valueOf(min)) < 0 || cut.compareTo(BigDecimal.valueOf(max)) > 0) {
            throw SqlStates.of(SqlStates.OUT_OF_RANGE, cut + " does not fit; it lies outside " + min + " to " + max);
        }
        return cut.longValue();
    }

    static boolean truth(int type, Object value) throws SQLException {
        if (value instanceof Boolean truth) {
            return truth;
        }
        if (value instanceof String text) {
            switch (text.trim().toLowerCase(Locale.ROOT)) {
                case "true", "t", "yes", "y", "on", "1" -> {
                    return true;
                }
                case "false", "f", "no", "n", "off", "0" -> {
                    return false;
                }
                default -> throw SqlStates.of(SqlStates.BAD_CAST, "'" + text + "' is neither true nor false");
            }
        }
        return decimal(type, value).signum() != 0;
    }

    static LocalDate date(int type, Object value) throws SQLException {
        if (type == Types.DATE) {
            return LocalDate.ofEpochDay((Integer) value);
        }
        if (type == Types.TIME) {
            throw not(type, "a date");
        }
        return dateTime(type, value).toLocalDate();
    }

    static LocalTime time(int type, Object value) throws SQLException {
        if (type == Types.TIME) {
            return ofMillis((Integer) value);
        }
        if (type == Types.DATE) {
            throw not(type, "a time");
        }
        if (value instanceof String text && !text.contains("-")) {
            return parsed(text, "a time", LocalTime::parse);
        }
        return dateTime(type, value).toLocalTime();
    }

    static LocalDateTime dateTime(int type, Object value) throws SQLException {
        if (type == Types.TIMESTAMP) {
            return ofEpochMillis((Long) value);
        }
        if (type == Types.DATE) {
            return LocalDate.ofEpochDay((Integer) value).atStartOfDay();
        }
        if (type == Types.TIME) {
            throw not(type, "a timestamp; a time has no day");
        }
        if (value instanceof String text) {
            String trimmed = text.trim();
            return trimmed.length() <= 10
                    ? parsed(trimmed, "a date", LocalDate::parse).atStartOfDay()
                    : parsed(trimmed.replace(' ', 'T'), "a timestamp", LocalDateTime::parse);
        }
        throw not(type, "a date or time");
    }

    /** Of a text, its UTF-8. */
    static byte[] bytes(int type, Object value) throws SQLException {
        if (value instanceof ByteString bytes) {
            return bytes.getBytes();
        }
        if (value instanceof String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        throw not(type, "bytes");
    }

    static boolean isTemporal(int type) {
        return type == Types.DATE || type == Types.TIME || type == Types.TIMESTAMP;
    }

    private static LocalTime ofMillis(int millis) {
        return LocalTime.ofNanoOfDay(millis * 1_000_000L);
    }

    private static LocalDateTime ofEpochMillis(long millis) {
        return LocalDateTime.ofEpochSecond(
                Math.floorDiv(millis, 1000L), (int) Math.floorMod(millis, 1000L) * 1_000_000, ZoneOffset.UTC);
    }

    static long epochMillis(LocalDateTime time) {
        return time.toLocalDate().toEpochDay() * DAY_MILLIS + time.toLocalTime().toNanoOfDay() / 1_000_000;
    }

    static <T> T parsed(String text, String form, java.util.function.Function<String, T> parser) throws SQLException {
        try {
            return parser.apply(text.trim());
        } catch (DateTimeException e) {
            throw SqlStates.of(SqlStates.BAD_DATE, "'" + text + "' is not " + form, e);
        }
    }

    static SQLException not(int type, String wanted) {
        return SqlStates.of(
                SqlStates.NOT_CONVERTIBLE,
                "a " + java.sql.JDBCType.valueOf(type).getName() + " cannot be read as " + wanted);
    }
}
