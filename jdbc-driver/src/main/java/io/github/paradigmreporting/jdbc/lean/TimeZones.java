package io.github.paradigmreporting.jdbc.lean;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Zones by the names that PostgreSQL knows, and the clock that a zone shows at an instant. */
final class TimeZones {
    /** Names in any case, as PostgreSQL takes them. */
    private static final Map<String, String> NAMES = ZoneId.getAvailableZoneIds().stream()
            .collect(Collectors.toUnmodifiableMap(name -> name.toLowerCase(Locale.ROOT), Function.identity()));

    /** Abbreviations, of which most are a fixed offset. */
    private static final Map<String, String> SHORT = Map.ofEntries(
            Map.entry("z", "+00:00"),
            Map.entry("wet", "+00:00"),
            Map.entry("cet", "+01:00"),
            Map.entry("eet", "+02:00"),
            Map.entry("bst", "+01:00"),
            Map.entry("west", "+01:00"),
            Map.entry("cest", "+02:00"),
            Map.entry("eest", "+03:00"),
            Map.entry("msk", "+03:00"),
            Map.entry("est", "-05:00"),
            Map.entry("edt", "-04:00"),
            Map.entry("cst", "-06:00"),
            Map.entry("cdt", "-05:00"),
            Map.entry("mst", "-07:00"),
            Map.entry("mdt", "-06:00"),
            Map.entry("pst", "-08:00"),
            Map.entry("pdt", "-07:00"));

    private static final Pattern OFFSET = Pattern.compile("(?:utc|gmt)?([+-])(\\d{1,2})(?::?(\\d{2}))?");

    private static final Map<String, ZoneId> KNOWN = new ConcurrentHashMap<>();

    private TimeZones() {}

    /**
     * A zone.
     *
     * @throws ValueException when there is none of that name
     */
    static ZoneId of(String name) {
        return KNOWN.computeIfAbsent(name, TimeZones::found);
    }

    private static ZoneId found(String name) {
        String lower = name.trim().toLowerCase(Locale.ROOT);
        String known = SHORT.getOrDefault(lower, NAMES.get(lower));
        try {
            if (known != null) {
                return ZoneId.of(known);
            }
            java.util.regex.Matcher offset = OFFSET.matcher(lower);
            if (offset.matches()) {
                int minutes = Integer.parseInt(offset.group(1) + offset.group(2)) * 60
                        + (offset.group(3) == null ? 0 : Integer.parseInt(offset.group(1) + offset.group(3)));
                // As POSIX has it, and so PostgreSQL: what stands in a zone's name counts west of Greenwich.
                return ZoneOffset.ofTotalSeconds(-minutes * 60);
            }
        } catch (DateTimeException e) {
            throw unknown(name);
        }
        throw unknown(name);
    }

    private static ValueException unknown(String name) {
        return new ValueException(
                ValueException.Kind.BAD_VALUE,
                "there is no time zone '" + name + "'; write one such as 'Europe/Paris'");
    }

    /** What the clock of a zone shows at an instant, as milliseconds. */
    static long local(long instant, ZoneId zone) {
        return instant
                + zone.getRules().getOffset(Instant.ofEpochMilli(instant)).getTotalSeconds() * 1000L;
    }

    /** The instant at which the clock of a zone shows a time: in a gap the later offset's, twice the standard time's. */
    static long instant(long local, ZoneId zone) {
        ZoneRules rules = zone.getRules();
        LocalDateTime time = LocalDateTime.ofEpochSecond(
                Math.floorDiv(local, 1000L), (int) Math.floorMod(local, 1000L) * 1_000_000, ZoneOffset.UTC);
        java.time.zone.ZoneOffsetTransition transition = rules.getTransition(time);
        ZoneOffset offset = transition == null
                ? rules.getOffset(time)
                : transition.isGap() ? transition.getOffsetBefore() : transition.getOffsetAfter();
        return local - offset.getTotalSeconds() * 1000L;
    }
}
