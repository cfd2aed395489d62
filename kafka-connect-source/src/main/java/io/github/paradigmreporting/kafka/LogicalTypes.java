package io.github.paradigmreporting.kafka;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;

/** Days and instants in the form that Connect's logical types want: the old {@link Date}. */
final class LogicalTypes {
    private LogicalTypes() {}

    /** A day as Connect's {@code Date}: midnight UTC of that day, whatever zone the JVM is in. */
    @SuppressWarnings("JavaUtilDate") // Connect's API wants it.
    static Date date(LocalDate day) {
        return Date.from(day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    /** An instant as Connect's {@code Timestamp}, which knows milliseconds: finer digits are cut off. */
    @SuppressWarnings("JavaUtilDate") // Connect's API wants it.
    static Date timestamp(Instant instant) {
        return Date.from(instant);
    }
}
