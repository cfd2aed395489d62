package io.github.paradigmreporting.core.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** How much one answer may make a client remember. */
final class CompanyDaysTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);
    private static final int MOST_DAYS = 128_000_000;

    private final CompanyDays days = new CompanyDays(new Window(FIRST, FIRST.plusDays(30)));

    @Test
    void hasRoomForAHundredThousandCompanies() {
        for (long company = 1; company <= 100_000; company++) {
            days.add(company);
        }
        assertThat(days.hasRoom()).isTrue();

        days.add(100_000);
        assertThat(days.hasRoom()).as("known already").isTrue();

        days.add(100_001);
        assertThat(days.hasRoom()).isFalse();
    }

    @Test
    void hasRoomForSixteenMebibytesOfDays() {
        days.add(1, MOST_DAYS - 1);
        assertThat(days.hasRoom()).isTrue();

        days.add(2, MOST_DAYS / 100);
        assertThat(days.hasRoom()).isFalse();
    }

    @Test
    void hasNoRoomForADayFarAway() {
        assertThat(days.add(1, MOST_DAYS)).isTrue();

        assertThat(days.hasRoom()).isFalse();
    }

    @Test
    void knowsEachDayOfACompanyOnce() {
        int day = days.index(FIRST.plusDays(3));

        assertThat(day).isEqualTo(3);
        assertThat(days.add(7, day)).isTrue();
        assertThat(days.add(8, day)).isTrue();
        assertThat(days.add(7, day)).isFalse();
        assertThat(days.contains(7, 3)).isTrue();
        assertThat(days.contains(7, 4)).isFalse();
        assertThat(days.contains(9, 3)).isFalse();
    }
}
