package io.github.paradigmreporting.core.feed;

import io.github.paradigmreporting.core.error.InvalidSettingException;
import io.github.paradigmreporting.core.settings.DayExpression;
import io.github.paradigmreporting.core.settings.SettingValues;
import io.github.paradigmreporting.core.settings.Settings;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a feed is told. Immutable. All of it may change between two passes: an earlier start reads the missing days only, a
 * later one deletes nothing; a larger look-back leaves settled days settled; a company taken from the list keeps its state.
 *
 * @param start first day to read
 * @param lookBackDays days before today that may still be restated
 * @param settleDelay how long after midnight the day before still counts as today
 * @param zone zone the instance counts days in
 * @param windowDays most days in one request
 * @param companies the companies to read; empty means all that the key may see
 * @param recheckDays days before today that {@link Feed#recheck} looks at again although they are settled; as many rows
 *     are remembered. 0 for none. Days that had settled before this was raised are given once more by the next recheck
 */
public record FeedOptions(
        DayExpression start,
        int lookBackDays,
        Duration settleDelay,
        ZoneId zone,
        int windowDays,
        Set<Long> companies,
        int recheckDays) {
    /**
     * Options without rechecks.
     *
     * @param start first day to read
     * @param lookBackDays days before today that may still be restated
     * @param settleDelay how long after midnight the day before still counts as today
     * @param zone zone the instance counts days in
     * @param windowDays most days in one request
     * @param companies the companies to read; empty means all that the key may see
     */
    public FeedOptions(
            DayExpression start,
            int lookBackDays,
            Duration settleDelay,
            ZoneId zone,
            int windowDays,
            Set<Long> companies) {
        this(start, lookBackDays, settleDelay, zone, windowDays, companies, 0);
    }

    /** Copies the companies; refuses what cannot be. */
    public FeedOptions {
        if (lookBackDays < 0) {
            throw new InvalidSettingException(
                    Settings.LOOK_BACK_DAYS.name(), lookBackDays + " is negative; use 0 or more");
        }
        if (settleDelay.isNegative()) {
            throw new InvalidSettingException(
                    Settings.SETTLE_DELAY.name(), settleDelay + " is negative; use 0s or more");
        }
        if (windowDays < 1) {
            throw new InvalidSettingException(Settings.WINDOW_DAYS.name(), windowDays + " is no window; use 1 or more");
        }
        if (recheckDays < 0) {
            throw new InvalidSettingException("recheckDays", recheckDays + " is negative; use 0 or more");
        }
        for (long company : companies) {
            if (company < 1) {
                throw new InvalidSettingException(
                        Settings.COMPANIES.name(), company + " is no company's id; use ids such as 2,7");
            }
        }
        companies = Collections.unmodifiableSet(new TreeSet<>(companies));
    }

    /**
     * The options as a user set them.
     *
     * @param values the settings {@code startDate}, {@code lookBackDays}, {@code settleDelay}, {@code zone}, {@code
     *     windowDays} and {@code companies}, or their defaults
     * @return the options
     */
    public static FeedOptions of(SettingValues values) {
        Set<Long> companies = values.get(Settings.COMPANIES);
        return new FeedOptions(
                values.require(Settings.START_DATE),
                values.require(Settings.LOOK_BACK_DAYS),
                values.require(Settings.SETTLE_DELAY),
                values.require(Settings.ZONE),
                values.require(Settings.WINDOW_DAYS),
                companies == null ? Set.of() : companies);
    }
}
