package io.github.paradigmreporting.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Date;
import java.time.LocalDate;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalDatesTest {
    private final TimeZone before = TimeZone.getDefault();

    @AfterEach
    void restoreZone() {
        TimeZone.setDefault(before);
    }

    /** Sao Paulo and Beirut have days that begin at one o'clock. */
    @ParameterizedTest
    @ValueSource(strings = {"UTC", "America/New_York", "America/Sao_Paulo", "Asia/Beirut", "Pacific/Auckland"})
    void isTheDayInEveryZoneAlsoWhereClocksChange(String zone) {
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        LocalDates dates = new LocalDates();

        for (LocalDate day = LocalDate.parse("2017-01-01"); day.getYear() < 2020; day = day.plusDays(1)) {
            assertThat(dates.date((int) day.toEpochDay())).isEqualTo(Date.valueOf(day));
            assertThat(dates.date((int) day.toEpochDay())).isEqualTo(Date.valueOf(day));
        }
    }

    @Test
    @SuppressWarnings("JavaUtilDate") // what JDBC gives
    void givesADateOfItsOwnEachTime() {
        LocalDates dates = new LocalDates();

        dates.date(20_000).setTime(5);

        assertThat(dates.date(20_000)).isEqualTo(Date.valueOf(LocalDate.ofEpochDay(20_000)));
    }
}
