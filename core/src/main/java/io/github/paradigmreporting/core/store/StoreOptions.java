package io.github.paradigmreporting.core.store;

import io.github.paradigmreporting.core.settings.SettingValues;
import io.github.paradigmreporting.core.settings.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * How much a day store keeps, and for how long.
 *
 * @param maxBytes most memory for kept rows, as estimated by the store; 0 keeps nothing
 * @param recentTtl how long a day that may still change is served after it was asked for
 * @param lookBackDays how many days before today may still change; older days are settled
 * @param settleDelay how long after midnight the day before still counts as today in that
 * @param zone where the instance's day begins and ends
 * @param directory where settled days are kept between two lives of the program, too; null for nowhere
 * @param maxDirectoryBytes most bytes of all files there
 */
public record StoreOptions(
        long maxBytes,
        Duration recentTtl,
        int lookBackDays,
        Duration settleDelay,
        ZoneId zone,
        @Nullable Path directory,
        long maxDirectoryBytes) {
    /** Refuses negative figures. */
    public StoreOptions {
        if (maxBytes < 0
                || maxDirectoryBytes < 0
                || recentTtl.isNegative()
                || lookBackDays < 0
                || settleDelay.isNegative()) {
            throw new IllegalArgumentException("a day store cannot keep " + maxBytes + " bytes for " + recentTtl
                    + ", and " + maxDirectoryBytes + " bytes in files, with a look-back of " + lookBackDays
                    + " days and a settle delay of " + settleDelay
                    + "; none of these may be negative");
        }
    }

    /**
     * Options for memory only.
     *
     * @param maxBytes most memory for kept rows, as estimated by the store; 0 keeps nothing
     * @param recentTtl how long a day that may still change is served after it was asked for
     * @param lookBackDays how many days before today may still change; older days are settled
     * @param settleDelay how long after midnight the day before still counts as today in that
     * @param zone where the instance's day begins and ends
     */
    public StoreOptions(long maxBytes, Duration recentTtl, int lookBackDays, Duration settleDelay, ZoneId zone) {
        this(maxBytes, recentTtl, lookBackDays, settleDelay, zone, null, 0);
    }

    /**
     * The options a user's settings {@code storeSize}, {@code recentTtl}, {@code lookBackDays}, {@code settleDelay},
     * {@code zone}, {@code storeDirectory} and {@code storeDirectorySize} ask for.
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
                values.require(Settings.ZONE),
                values.get(Settings.STORE_DIRECTORY),
                values.require(Settings.STORE_DIRECTORY_SIZE));
    }

    StoreOptions atMost(long bytes) {
        return new StoreOptions(
                Math.min(maxBytes, bytes), recentTtl, lookBackDays, settleDelay, zone, directory, maxDirectoryBytes);
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
