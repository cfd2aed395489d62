package io.github.paradigmreporting.core.store;

import io.github.paradigmreporting.core.settings.SettingValues;
import io.github.paradigmreporting.core.settings.Settings;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * How much a day store keeps, and for how long.
 *
 * @param maxBytes most memory for kept rows, as estimated by the store; 0 keeps nothing
 * @param recentTtl how long a day that may still change is served after it was asked for
 * @param lookBackDays how many days before today may still change; older days are settled
 * @param settleDelay how long after midnight the day before still counts as today in that
 * @param zone where the instance's day begins and ends
 */
public record StoreOptions(long maxBytes, Duration recentTtl, int lookBackDays, Duration settleDelay, ZoneId zone) {
    /** Refuses negative figures. */
    public StoreOptions {
        if (maxBytes < 0 || recentTtl.isNegative() || lookBackDays < 0 || settleDelay.isNegative()) {
            throw new IllegalArgumentException("a day store cannot keep " + maxBytes + " bytes for " + recentTtl
                    + " with a look-back of " + lookBackDays + " days and a settle delay of " + settleDelay
                    + "; none of these may be negative");
        }
    }

    /**
     * The options a user's settings {@code storeSize}, {@code recentTtl}, {@code lookBackDays}, {@code settleDelay} and
     * {@code zone} ask for.
     *
     * @param values the settings
     * @return the options
     */
    public static StoreOptions of(SettingValues values) {
        return new StoreOptions(
                values.require(Settings.STORE_SIZE),
                values.require(Settings.RECENT_TTL),
                values.require(Settings.LOOK_BACK_DAYS),
                values.require(Settings.SETTLE_DELAY),
                values.require(Settings.ZONE));
    }

    StoreOptions atMost(long bytes) {
        return new StoreOptions(Math.min(maxBytes, bytes), recentTtl, lookBackDays, settleDelay, zone);
    }

    /** The day an instant falls on at the instance. */
    LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

    /** Whether what an instance said about a day at an instant is final. */
    boolean settled(LocalDate day, Instant askedAt) {
        return day.isBefore(dayOf(askedAt.minus(settleDelay)).minusDays(lookBackDays));
    }
}
