package io.github.paradigmreporting.simulator;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** The instant of an answer, taken once so that one answer never sees two days called today. */
record Moment(Instant now, ZoneId zone, LocalDate today, int secondOfDay) {
    static Moment of(Clock clock) {
        ZonedDateTime now = clock.instant().atZone(clock.getZone());
        return new Moment(
                now.toInstant(),
                now.getZone(),
                now.toLocalDate(),
                now.toLocalTime().toSecondOfDay());
    }
}
