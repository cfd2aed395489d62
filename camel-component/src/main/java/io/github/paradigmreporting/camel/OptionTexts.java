package io.github.paradigmreporting.camel;

import io.github.paradigmreporting.core.settings.Setting;
import io.github.paradigmreporting.core.settings.SettingType;
import io.github.paradigmreporting.core.settings.SettingTypes;
import io.github.paradigmreporting.core.settings.Settings;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads options from their texts before Camel converts them, since its converters make 0 of a duration or number that they do
 * not understand. A number without a unit counts milliseconds, as everywhere in Camel.
 */
final class OptionTexts {
    private static final Logger LOG = LoggerFactory.getLogger(ParadigmReportingComponent.class);
    private static final Pattern PART =
            Pattern.compile("(\\d+)\\s*(ms|millis(?:econds?)?|seconds?|secs?|s|minutes?|mins?|m|hours?|h|days?|d)\\s*");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,15}");
    private static final String DELAY = "delay";
    private static final String INITIAL_DELAY = "initialDelay";
    private static final String TIME_UNIT = "timeUnit";

    /** Below this, a number without a unit is more likely meant in another unit. */
    private static final int FEW_MILLIS = 1_000;

    private static final String DURATION_FORM =
            "a duration such as 500ms, 30s, 10m, 1h30m, 3d or PT30S, or a number of milliseconds";

    private static final Map<String, SettingType<?>> TYPES = types();

    private OptionTexts() {}

    private static Map<String, SettingType<?>> types() {
        Map<String, SettingType<?>> types = new HashMap<>();
        for (Setting<?> setting : Settings.ALL) {
            if (List.of("duration", "integer", "boolean", "choice")
                    .contains(setting.type().name())) {
                types.put(setting.name(), setting.type());
            }
        }
        for (String option : List.of("commitInterval", "maxRetryAfter", INITIAL_DELAY)) {
            types.put(option, SettingTypes.DURATION);
        }
        types.put(DELAY, SettingTypes.POSITIVE_DURATION);
        for (String option : List.of("batchSize", "commitEvery")) {
            types.put(option, SettingTypes.integer(1, Integer.MAX_VALUE));
        }
        for (String option : List.of(
                "maxMessagesPerPoll",
                "backoffMultiplier",
                "backoffIdleThreshold",
                "backoffErrorThreshold",
                "repeatCount")) {
            types.put(option, SettingTypes.integer(0, Integer.MAX_VALUE));
        }
        for (String option : List.of(
                "sendRemoved",
                "breakOnFirstError",
                "streaming",
                "startScheduler",
                "useFixedDelay",
                "greedy",
                "sendEmptyMessageWhenIdle",
                "bridgeErrorHandler",
                "lazyStartProducer",
                "autowiredEnabled",
                "useGlobalSslContextParameters")) {
            types.put(option, SettingTypes.BOOLEAN);
        }
        return Map.copyOf(types);
    }

    /** An option of a property in any of its spellings: answer-timeout, ANSWERTIMEOUT. */
    static String named(String spelled) {
        String plain = spelled.replace("-", "");
        return TYPES.keySet().stream()
                .filter(option -> option.equalsIgnoreCase(plain))
                .findFirst()
                .orElse(spelled);
    }

    /** Reads the options of an endpoint; a duration with a unit of its own is not counted in {@code timeUnit}. */
    static void read(Map<String, Object> parameters) {
        Object unit = parameters.get(TIME_UNIT);
        if (unit != null && !(unit instanceof String text && text.startsWith("#"))) {
            parameters.remove(TIME_UNIT);
            TimeUnit timeUnit = unit(unit);
            for (String option : List.of(DELAY, INITIAL_DELAY)) {
                if (parameters.get(option) instanceof String text
                        && NUMBER.matcher(text.trim()).matches()) {
                    long millis = timeUnit.toMillis(Long.parseLong(text.trim()));
                    parameters.put(option, Duration.ofMillis(millis).toString());
                }
            }
        }
        parameters.replaceAll(OptionTexts::read);
    }

    private static TimeUnit unit(Object given) {
        String text = given.toString().trim();
        return Arrays.stream(TimeUnit.values())
                .filter(unit -> unit.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> refused(TIME_UNIT, text, "one of " + Arrays.toString(TimeUnit.values())));
    }

    /**
     * The value that a text means for an option; anything that is no text, a reference or an option of another kind as it is.
     *
     * @throws IllegalArgumentException when the text is not of the option's form; names both
     */
    static Object read(String option, Object value) {
        SettingType<?> type = TYPES.get(option);
        if (type == null || !(value instanceof String text) || text.startsWith("#")) {
            return value;
        }
        boolean duration = type.name().equals("duration");
        try {
            return type.parser().apply(duration ? duration(option, text.trim()).toString() : text.trim());
        } catch (RuntimeException e) {
            throw refused(
                    option,
                    text,
                    !duration
                            ? type.form()
                            : DURATION_FORM + (type.form().equals(SettingTypes.DURATION.form()) ? "" : ", and not 0"));
        }
    }

    private static Duration duration(String option, String text) {
        if (NUMBER.matcher(text).matches()) {
            long millis = Long.parseLong(text);
            if (millis > 0 && millis < FEW_MILLIS) {
                LOG.warn(
                        "{}={} counts milliseconds; write {}ms, or another unit such as {}h", option, text, text, text);
            }
            return Duration.ofMillis(millis);
        }
        Duration sum = Duration.ZERO;
        Matcher part = PART.matcher(text.toLowerCase(Locale.ROOT));
        int end = 0;
        while (part.find() && part.start() == end) {
            sum = sum.plus(part(Long.parseLong(part.group(1)), part.group(2)));
            end = part.end();
        }
        return end > 0 && end == text.length()
                ? sum
                : SettingTypes.DURATION.parser().apply(text);
    }

    private static Duration part(long amount, String unit) {
        if (unit.startsWith("ms") || unit.startsWith("milli")) {
            return Duration.ofMillis(amount);
        }
        return switch (unit.charAt(0)) {
            case 's' -> Duration.ofSeconds(amount);
            case 'm' -> Duration.ofMinutes(amount);
            case 'h' -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }

    private static IllegalArgumentException refused(String option, @Nullable String text, String form) {
        return new IllegalArgumentException("'" + text + "' is not valid for " + option + "; expected " + form);
    }
}
