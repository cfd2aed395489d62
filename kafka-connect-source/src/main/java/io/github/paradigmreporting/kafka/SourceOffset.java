package io.github.paradigmreporting.kafka;

import io.github.paradigmreporting.core.feed.FeedState;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A position as Connect stores it: a version and texts. Of a company it is the feed's state; of {@link
 * SourcePartition#DIRECTORY} the companies seen so far, which tells a starting task whose states to ask for, and the feed's
 * state for all companies together once there is one.
 */
final class SourceOffset {
    static final String VERSION_KEY = "version";
    static final String STATE_KEY = "state";
    static final String COMPANIES_KEY = "companies";

    /** The company that a state is of, so that it is not taken for another's; offsets of older versions have none. */
    static final String COMPANY_KEY = "company";

    /** Raised when the form changes; older versions are then still read. */
    static final long VERSION = 1;

    private SourceOffset() {}

    /**
     * The companies seen in a report.
     *
     * @param companies their ids
     * @param state the feed's state for all companies together, null when there is none
     */
    record Directory(Set<Long> companies, @Nullable String state) {}

    static Map<String, Object> ofState(long company, String state) {
        Map<String, Object> offset = new LinkedHashMap<>();
        offset.put(VERSION_KEY, VERSION);
        offset.put(COMPANY_KEY, Long.toString(company));
        offset.put(STATE_KEY, state);
        return offset;
    }

    static Map<String, Object> ofDirectory(Collection<Long> companies, @Nullable String state) {
        Map<String, Object> offset = new LinkedHashMap<>();
        offset.put(VERSION_KEY, VERSION);
        offset.put(
                COMPANIES_KEY,
                new TreeSet<>(companies).stream().map(String::valueOf).collect(Collectors.joining(",")));
        if (state != null) {
            offset.put(STATE_KEY, state);
        }
        return offset;
    }

    /**
     * The feed's state in a company's offset.
     *
     * @param company the company of the partition
     * @throws IllegalArgumentException when the offset is not of this form; says what is wrong with which entry
     */
    static String state(Map<String, ?> offset, String company) {
        check(offset, Set.of(VERSION_KEY, STATE_KEY, COMPANY_KEY));
        if (offset.containsKey(COMPANY_KEY) && !text(offset, COMPANY_KEY).equals(company)) {
            throw new IllegalArgumentException(
                    "'" + STATE_KEY + "' is of the company " + text(offset, COMPANY_KEY) + ", not of " + company);
        }
        return text(offset, STATE_KEY);
    }

    /**
     * What a directory's offset says.
     *
     * @throws IllegalArgumentException when the offset is not of this form; says what is wrong with which entry
     */
    static Directory directory(Map<String, ?> offset) {
        check(offset, Set.of(VERSION_KEY, STATE_KEY, COMPANIES_KEY));
        String text = text(offset, COMPANIES_KEY);
        if (!text.matches("|[1-9]\\d{0,17}(,[1-9]\\d{0,17})*")) {
            throw new IllegalArgumentException(
                    "'" + COMPANIES_KEY + "' must be company ids separated by commas, from 1, not '" + text + "'");
        }
        Set<Long> ids = new TreeSet<>();
        if (!text.isEmpty()) {
            for (String id : text.split(",", -1)) {
                ids.add(Long.valueOf(id));
            }
        }
        return new Directory(ids, offset.containsKey(STATE_KEY) ? text(offset, STATE_KEY) : null);
    }

    /**
     * A state, unless it reaches into the future: then it was written while a clock was wrong, and what it calls read is not.
     *
     * @throws IllegalArgumentException when it holds days after tomorrow
     */
    static FeedState credible(FeedState state, LocalDate today) {
        LocalDate newest = state.newestDay();
        if (newest != null && newest.isAfter(today.plusDays(1))) {
            throw new IllegalArgumentException("'" + STATE_KEY + "' reaches to " + newest + ", and today is " + today
                    + " by this worker's clock: one of the two is wrong");
        }
        return state;
    }

    private static void check(Map<String, ?> offset, Set<String> allowed) {
        for (Object name : offset.keySet()) {
            if (!allowed.contains(name)) {
                throw new IllegalArgumentException(
                        "'" + name + "' is not one of its entries " + new TreeSet<>(allowed));
            }
        }
        Object version = offset.get(VERSION_KEY);
        // JSON brings an Integer where a Long was written.
        if (!(version instanceof Long) && !(version instanceof Integer)) {
            throw new IllegalArgumentException(
                    "'" + VERSION_KEY + "' must be the number " + VERSION + ", not " + describe(version));
        }
        if (((Number) version).longValue() != VERSION) {
            throw new IllegalArgumentException("'" + VERSION_KEY + "' is " + version + ", but this connector writes and"
                    + " reads " + VERSION + "; use the version of the connector that wrote it, or reset the offsets");
        }
    }

    private static String text(Map<String, ?> offset, String key) {
        Object value = offset.get(key);
        if (value instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("'" + key + "' must be a text, not " + describe(value));
    }

    /** A wrong value with its type, for messages. */
    static String describe(@Nullable Object value) {
        return value == null ? "missing" : value.getClass().getSimpleName() + " '" + value + "'";
    }
}
