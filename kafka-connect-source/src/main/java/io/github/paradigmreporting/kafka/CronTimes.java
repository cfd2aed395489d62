package io.github.paradigmreporting.kafka;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import io.github.paradigmreporting.core.settings.SettingType;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * The times of a cron expression in a zone. A time that the clocks skip in spring is left out; a time that they repeat in
 * autumn comes once. Immutable.
 */
final class CronTimes {
    /** Minute, hour, day of the month, month, day of the week, as in Unix. */
    static final SettingType<String> EXPRESSION = new SettingType<>(
            "cron",
            "five fields: minute, hour, day of the month, month, day of the week, such as 15 6-20/2 * * 1-5",
            CronTimes::checked,
            List.of());

    private final ExecutionTime times;
    private final ZoneId zone;

    CronTimes(String expression, ZoneId zone) {
        this.times = parse(expression);
        this.zone = zone;
    }

    /** The first time after an instant. */
    Instant after(Instant instant) {
        return times.nextExecution(instant.atZone(zone))
                .map(ZonedDateTime::toInstant)
                .orElseThrow(() -> new IllegalStateException("there is no time after " + instant));
    }

    private static String checked(String text) {
        if (parse(text).nextExecution(Instant.EPOCH.atZone(ZoneOffset.UTC)).isEmpty()) {
            throw new IllegalArgumentException("never comes");
        }
        return text;
    }

    private static ExecutionTime parse(String text) {
        return ExecutionTime.forCron(new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX))
                .parse(text)
                .validate());
    }
}
