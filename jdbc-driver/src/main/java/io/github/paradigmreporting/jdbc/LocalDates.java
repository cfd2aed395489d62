package io.github.paradigmreporting.jdbc;

import java.sql.Date;
import java.time.LocalDate;

/**
 * Days as {@link Date}s: midnight in the JVM's zone, computed once for a day that comes row after row, as days do in
 * reports. A new Date each time, since a Date can be changed. Of one result set, whose days are of one zone; for one thread.
 */
@SuppressWarnings("JavaUtilDate") // what JDBC wants
final class LocalDates {
    private int day;
    private long midnight;
    private boolean known;

    Date date(int epochDay) {
        if (!known || epochDay != day) {
            midnight = Date.valueOf(LocalDate.ofEpochDay(epochDay)).getTime();
            day = epochDay;
            known = true;
        }
        return new Date(midnight);
    }
}
