package io.github.paradigmreporting.core.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The kinds of values settings have. */
public final class SettingTypes {
    /** Ten years; what is longer is a slip of the pen, and its nanoseconds would not fit into 64 bits. */
    private static final Duration LONGEST = Duration.ofDays(3650);

    private static final int MOST_PORT = 65_535;

    private static final String WRITTEN_OUT = " (no ~, ${…} or URL)";

    /** What only a shell, a program's configuration or a URL loader would resolve; here it would be a folder of that name. */
    private static final Pattern UNRESOLVED = Pattern.compile(
            "~.*|\\$\\w.*|.*(\\$\\{|\\{\\{).*|(file|classpath):.*|[A-Za-z][A-Za-z0-9+.-]+://.*|.*%\\w+%.*");

    /** Any text. */
    public static final SettingType<String> TEXT = SettingType.of("text", "a text", Function.identity());

    /** {@code true} or {@code false}. */
    public static final SettingType<Boolean> BOOLEAN =
            new SettingType<>("boolean", "true or false", SettingTypes::parseBoolean, List.of("true", "false"));

    /** A length of time, at most ten years. */
    public static final SettingType<Duration> DURATION = SettingType.of(
            "duration",
            "a duration such as 500ms, 30s, 10m, 6h, 3d or PT30S, at most " + LONGEST.toDays() + "d",
            SettingTypes::parseDuration);

    /** A length of time that is not nothing, at most ten years. */
    public static final SettingType<Duration> POSITIVE_DURATION =
            SettingType.of("duration", DURATION.form() + ", and not 0", text -> {
                Duration duration = parseDuration(text);
                if (duration.isZero()) {
                    throw new IllegalArgumentException("nothing");
                }
                return duration;
            });

    /** A number of bytes. */
    public static final SettingType<Long> BYTE_SIZE =
            SettingType.of("size", "a number of bytes such as 1048576, 64MiB or 1GiB", SettingTypes::parseBytes);

    /** A day, fixed or counted back from today. */
    public static final SettingType<DayExpression> DAY =
            SettingType.of("day", DayExpression.FORM, DayExpression::parse);

    /** A time zone. */
    public static final SettingType<ZoneId> ZONE =
            SettingType.of("zone", "a time zone such as UTC or Europe/Paris", ZoneId::of);

    /** An absolute http or https address. */
    public static final SettingType<URI> URL =
            SettingType.of("URL", "an address such as https://paradigm.example.com", SettingTypes::parseUrl);

    /** A file of this machine. */
    public static final SettingType<Path> FILE =
            SettingType.of("file", "the path of a file" + WRITTEN_OUT, SettingTypes::parsePath);

    /** A directory of this machine; need not exist. */
    public static final SettingType<Path> DIRECTORY =
            SettingType.of("directory", "the path of a directory" + WRITTEN_OUT, SettingTypes::parsePath);

    /** Company ids, ascending. */
    public static final SettingType<Set<Long>> COMPANIES =
            SettingType.of("ids", "company ids separated by commas, such as 2,7", SettingTypes::parseIds);

    /** Names of columns. */
    public static final SettingType<Set<String>> COLUMN_NAMES = new SettingType<>(
            "list",
            "names of columns, separated by commas",
            text -> Arrays.stream(text.split(",", -1)).map(String::trim).collect(Collectors.toUnmodifiableSet()),
            List.of());

    private SettingTypes() {}

    /**
     * A whole number within bounds.
     *
     * @param min the smallest allowed
     * @param max the largest allowed
     * @return the type
     */
    public static SettingType<Integer> integer(int min, int max) {
        return SettingType.of("integer", "a whole number from " + min + " to " + max, text -> {
            int value = Integer.parseInt(text);
            if (value < min || value > max) {
                throw new IllegalArgumentException("out of bounds");
            }
            return value;
        });
    }

    /**
     * One of a few words, whatever the case.
     *
     * @param choices the words
     * @return the type
     */
    public static SettingType<String> choice(String... choices) {
        List<String> all = List.of(choices);
        return new SettingType<>(
                "choice",
                "one of " + String.join(", ", all),
                text -> all.stream()
                        .filter(choice -> choice.equalsIgnoreCase(text))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("not a choice")),
                all);
    }

    private static Boolean parseBoolean(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("neither true nor false");
        };
    }

    private static Duration parseDuration(String text) {
        int digits = leadingDigits(text);
        Duration duration = digits == 0
                ? Duration.parse(text)
                : ofUnit(Long.parseLong(text.substring(0, digits)), unit(text, digits));
        if (duration.isNegative() || duration.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("out of bounds");
        }
        return duration;
    }

    private static Duration ofUnit(long amount, String unit) {
        return switch (unit) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            case "d" -> Duration.ofDays(amount);
            default -> throw new IllegalArgumentException("not a unit of time");
        };
    }

    private static Long parseBytes(String text) {
        int digits = leadingDigits(text);
        int shift =
                switch (unit(text, digits)) {
                    case "", "b" -> 0;
                    case "k", "kb", "ki", "kib" -> 10;
                    case "m", "mb", "mi", "mib" -> 20;
                    case "g", "gb", "gi", "gib" -> 30;
                    default -> throw new IllegalArgumentException("not a size");
                };
        return Math.multiplyExact(Long.parseLong(text.substring(0, digits)), 1L << shift);
    }

    private static int leadingDigits(String text) {
        int digits = 0;
        while (digits < text.length() && text.charAt(digits) >= '0' && text.charAt(digits) <= '9') {
            digits++;
        }
        return digits;
    }

    /** What stands after a number, in small letters. */
    private static String unit(String text, int digits) {
        return text.substring(digits).stripLeading().toLowerCase(Locale.ROOT);
    }

    private static Path parsePath(String text) {
        if (text.isBlank() || UNRESOLVED.matcher(text).matches()) {
            throw new IllegalArgumentException("not a path");
        }
        return Path.of(text);
    }

    private static URI parseUrl(String text) {
        URI uri = URI.create(text);
        boolean http = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
        if (!http
                || uri.getPort() == 0
                || uri.getPort() > MOST_PORT
                || uri.getHost() == null
                || uri.getUserInfo() != null) {
            throw new IllegalArgumentException("not an http address");
        }
        return uri;
    }

    private static Set<Long> parseIds(String text) {
        Set<Long> ids = new TreeSet<>();
        Arrays.stream(text.split(",", -1))
                .map(String::trim)
                .map(SettingTypes::parseId)
                .forEach(ids::add);
        return ids;
    }

    private static Long parseId(String text) {
        long id = Long.parseLong(text);
        if (id < 1) {
            throw new IllegalArgumentException("ids begin at 1");
        }
        return id;
    }
}
