package io.github.paradigmreporting.jdbc;

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
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.HashMap;
import java.util.Map;
import java.util.TimeZone;
import org.apache.calcite.avatica.util.ByteString;

/** What {@code getObject} gives: the usual class of a type, or any class that JDBC says a type can be read as. */
final class CellObjects {
    @FunctionalInterface
    private interface Conversion {
        Object of(int type, Object value) throws SQLException;
    }

    private static final Map<Class<?>, Conversion> BY_CLASS = new HashMap<>();

    static {
        BY_CLASS.put(Object.class, CellObjects::usual);
        BY_CLASS.put(String.class, Cell::text);
        BY_CLASS.put(Boolean.class, Cell::truth);
        BY_CLASS.put(Byte.class, (type, v) -> (byte) Cell.whole(type, v, Byte.MIN_VALUE, Byte.MAX_VALUE));
        BY_CLASS.put(Short.class, (type, v) -> (short) Cell.whole(type, v, Short.MIN_VALUE, Short.MAX_VALUE));
        BY_CLASS.put(Integer.class, (type, v) -> (int) Cell.whole(type, v, Integer.MIN_VALUE, Integer.MAX_VALUE));
        BY_CLASS.put(Long.class, (type, v) -> Cell.whole(type, v, Long.MIN_VALUE, Long.MAX_VALUE));
        BY_CLASS.put(Float.class, (type, v) -> (float) Cell.number(type, v));
        BY_CLASS.put(Double.class, Cell::number);
        BY_CLASS.put(BigDecimal.class, Cell::decimal);
        BY_CLASS.put(BigInteger.class, (type, v) -> Cell.decimal(type, v).toBigInteger());
        BY_CLASS.put(byte[].class, Cell::bytes);
        BY_CLASS.put(LocalDate.class, Cell::date);
        BY_CLASS.put(LocalTime.class, Cell::time);
        BY_CLASS.put(LocalDateTime.class, Cell::dateTime);
        BY_CLASS.put(Instant.class, (type, v) -> Cell.dateTime(type, v).toInstant(ZoneOffset.UTC));
        BY_CLASS.put(OffsetDateTime.class, (type, v) -> Cell.dateTime(type, v).atOffset(ZoneOffset.UTC));
        BY_CLASS.put(ZonedDateTime.class, (type, v) -> Cell.dateTime(type, v).atZone(ZoneOffset.UTC));
        BY_CLASS.put(OffsetTime.class, (type, v) -> Cell.time(type, v).atOffset(ZoneOffset.UTC));
        BY_CLASS.put(Date.class, (type, v) -> Date.valueOf(Cell.date(type, v)));
        BY_CLASS.put(Time.class, (type, v) -> Time.valueOf(Cell.time(type, v)));
        BY_CLASS.put(Timestamp.class, (type, v) -> Timestamp.valueOf(Cell.dateTime(type, v)));
        BY_CLASS.put(java.util.Date.class, (type, v) -> Timestamp.valueOf(Cell.dateTime(type, v)));
        BY_CLASS.put(Calendar.class, (type, v) -> calendar(Cell.dateTime(type, v)));
    }

    private CellObjects() {}

    /** The class JDBC names for the type. */
    static Object usual(int type, Object value) {
        return switch (type) {
            case Types.DATE -> Date.valueOf(LocalDate.ofEpochDay((Integer) value));
            case Types.TIME -> Time.valueOf(LocalTime.ofNanoOfDay((Integer) value * 1_000_000L));
            case Types.TIMESTAMP ->
                Timestamp.valueOf(LocalDateTime.ofEpochSecond(
                        Math.floorDiv((Long) value, 1000L),
                        (int) Math.floorMod((Long) value, 1000L) * 1_000_000,
                        ZoneOffset.UTC));
            case Types.TINYINT, Types.SMALLINT -> ((Number) value).intValue();
            case Types.REAL -> ((Number) value).floatValue();
            default -> value instanceof ByteString bytes ? bytes.getBytes() : value;
        };
    }

    static Object as(Class<?> wanted, int type, Object value) throws SQLException {
        Conversion conversion = BY_CLASS.get(wanted);
        if (conversion == null) {
            throw SqlStates.of(
                    SqlStates.NOT_CONVERTIBLE,
                    "a value cannot be read as " + wanted.getName() + "; ask for a class of"
                            + " java.lang, java.math, java.sql or java.time that fits the column");
        }
        return conversion.of(type, value);
    }

    static Date date(LocalDate day, Calendar calendar) {
        Calendar copy = cleared(calendar);
        copy.set(day.getYear(), day.getMonthValue() - 1, day.getDayOfMonth());
        return new Date(copy.getTimeInMillis());
    }

    static Time time(LocalTime time, Calendar calendar) {
        Calendar copy = cleared(calendar);
        copy.set(1970, Calendar.JANUARY, 1, time.getHour(), time.getMinute(), time.getSecond());
        return new Time(copy.getTimeInMillis() + time.getNano() / 1_000_000);
    }

    static Timestamp timestamp(LocalDateTime time, Calendar calendar) {
        Calendar copy = cleared(calendar);
        copy.set(
                time.getYear(),
                time.getMonthValue() - 1,
                time.getDayOfMonth(),
                time.getHour(),
                time.getMinute(),
                time.getSecond());
        Timestamp timestamp = new Timestamp(copy.getTimeInMillis());
        timestamp.setNanos(time.getNano());
        return timestamp;
    }

    private static Calendar cleared(Calendar calendar) {
        Calendar copy = (Calendar) calendar.clone();
        copy.clear();
        return copy;
    }

    private static Calendar calendar(LocalDateTime time) {
        Calendar calendar = Calendar.getInstance(TimeZone.getTimeZone("UTC"), java.util.Locale.ROOT);
        calendar.setTimeInMillis(Cell.epochMillis(time));
        return calendar;
    }
}
