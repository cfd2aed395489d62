package io.github.paradigmreporting.kafka;

import io.github.paradigmreporting.core.client.ColumnRules;
import io.github.paradigmreporting.core.client.ParadigmReportingClient;
import io.github.paradigmreporting.core.client.ParadigmReportingClientBuilder;
import io.github.paradigmreporting.core.error.InvalidSettingException;
import io.github.paradigmreporting.core.feed.FeedOptions;
import io.github.paradigmreporting.core.report.Report;
import io.github.paradigmreporting.core.settings.Setting;
import io.github.paradigmreporting.core.settings.SettingValues;
import io.github.paradigmreporting.core.settings.Settings;
import io.github.paradigmreporting.core.settings.Spelling;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** What the user told the connector, read and checked against each other. Immutable; prints no value. */
final class ConnectorConfig {
    private final Map<String, String> given;
    private final SettingValues values;
    private final Topics topics;
    private final ColumnRules columnRules;
    private final @Nullable Set<Long> companies;

    private ConnectorConfig(Map<String, String> given) {
        this.given = Map.copyOf(given);
        this.values = SettingValues.read(ConnectSettings.ALL, Spelling.DOTTED, given::get);
        this.topics = new Topics(
                values.require(ConnectSettings.TOPIC_PATTERN),
                reports(),
                values.require(ConnectSettings.PROGRESS_TOPIC));
        this.companies = companies(values);
        this.columnRules = ColumnRules.of(
                reports(),
                orEmpty(values.get(ConnectSettings.EXCLUDE_COLUMNS)),
                orEmpty(values.get(ConnectSettings.HASH_COLUMNS)),
                values.get(ConnectSettings.HASH_KEY),
                ConnectSettings.HASH_KEY.name());
        checkKey();
        checkSchedule();
    }

    /**
     * Reads a connector's or a task's configuration; nothing is sent.
     *
     * @param given the configuration as Connect hands it over
     * @throws InvalidSettingException when a setting is missing, malformed or contradicts another
     */
    static ConnectorConfig of(Map<String, String> given) {
        return new ConnectorConfig(given);
    }

    /** The value given or the default; there is one. */
    <T> T get(Setting<T> setting) {
        return values.require(setting);
    }

    /** Whether the user gave a value. */
    boolean given(Setting<?> setting) {
        return values.given(setting);
    }

    /** The reports to stream, in the user's order. */
    Set<Report<?>> reports() {
        return values.require(ConnectSettings.REPORTS);
    }

    /** The companies that the user listed, or null when there is no list. */
    @Nullable
    Set<Long> companies() {
        return companies;
    }

    /** Whether the connector finds out which companies there are, to ask for them one by one. */
    boolean discovers() {
        return CompanyMode.DISCOVER.equals(values.get(ConnectSettings.COMPANY_MODE));
    }

    Topics topics() {
        return topics;
    }

    ColumnRules columnRules() {
        return columnRules;
    }

    /** What a feed is told of one company, or of all when it is null. */
    FeedOptions feedOptions(@Nullable Long company) {
        return new FeedOptions(
                get(Settings.START_DATE),
                get(Settings.LOOK_BACK_DAYS),
                get(Settings.SETTLE_DELAY),
                get(Settings.ZONE),
                get(Settings.WINDOW_DAYS),
                company == null ? Set.of() : Set.of(company),
                get(ConnectSettings.RECHECK_DAYS));
    }

    /** The day of an instant, as the instance counts days. */
    LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, get(Settings.ZONE));
    }

    /** When passes start. */
    Schedule schedule() {
        String cron = values.get(ConnectSettings.CRON);
        if (cron == null) {
            return Schedule.every(get(ConnectSettings.POLL_INTERVAL));
        }
        ZoneId zone = values.get(ConnectSettings.CRON_ZONE);
        return Schedule.at(
                new CronTimes(cron, zone == null ? get(Settings.ZONE) : zone),
                get(ConnectSettings.CRON_JITTER),
                () -> ThreadLocalRandom.current().nextDouble());
    }

    private void checkSchedule() {
        if (given(ConnectSettings.CRON) && given(ConnectSettings.POLL_INTERVAL)) {
            throw new InvalidSettingException(
                    ConnectSettings.CRON.name(),
                    "is given together with " + ConnectSettings.name(ConnectSettings.POLL_INTERVAL)
                            + "; remove one of the two");
        }
        int recheck = get(ConnectSettings.RECHECK_DAYS);
        if (recheck > 0 && recheck <= get(Settings.LOOK_BACK_DAYS)) {
            throw new InvalidSettingException(
                    ConnectSettings.RECHECK_DAYS.name(),
                    recheck + " is not more than " + ConnectSettings.name(Settings.LOOK_BACK_DAYS)
                            + ", whose days are compared in every pass; use more, or 0 for none");
        }
    }

    private static Set<String> orEmpty(@Nullable Set<String> names) {
        return names == null ? Set.of() : names;
    }

    /** A new client for the instance; nothing is sent. */
    ParadigmReportingClient newClient(InstantSource clock) {
        return clientBuilder(clock).build();
    }

    /** A builder that knows all that was said about the client. */
    ParadigmReportingClientBuilder clientBuilder(InstantSource clock) {
        ParadigmReportingClientBuilder builder = ParadigmReportingClient.builder()
                .product("kafka-connect/" + Version.get())
                .clock(clock);
        for (Setting<?> setting : Settings.ALL) {
            String text = given.get(ConnectSettings.name(setting));
            if (text != null && !text.isBlank()) {
                builder.set(setting, text);
            }
        }
        Path certificate = values.get(ConnectSettings.KEY_STORE);
        if (certificate != null) {
            builder.clientCertificate(
                    certificate,
                    values.get(ConnectSettings.KEY_STORE_PASSWORD),
                    values.require(ConnectSettings.KEY_STORE_TYPE));
        }
        return builder;
    }

    private static @Nullable Set<Long> companies(SettingValues values) {
        Set<Long> listed = values.get(Settings.COMPANIES);
        String mode = values.get(ConnectSettings.COMPANY_MODE);
        if (CompanyMode.LIST.equals(mode) && listed == null) {
            throw new InvalidSettingException(
                    Settings.COMPANIES.name(),
                    "is required when " + ConnectSettings.name(ConnectSettings.COMPANY_MODE) + " is "
                            + CompanyMode.LIST);
        }
        if (mode != null && !CompanyMode.LIST.equals(mode) && listed != null) {
            throw new InvalidSettingException(
                    Settings.COMPANIES.name(),
                    "has no effect when " + ConnectSettings.name(ConnectSettings.COMPANY_MODE) + " is " + mode
                            + "; remove one of the two");
        }
        return listed;
    }

    /**
     * The core would take a key from the environment; a worker runs connectors of many users, and one of them could send
     * the worker's key to an address of his own.
     */
    private void checkKey() {
        boolean key = values.given(Settings.API_KEY);
        boolean file = values.given(Settings.API_KEY_FILE);
        if (key == file) {
            throw new InvalidSettingException(
                    Settings.API_KEY.name(),
                    "give either " + ConnectSettings.name(Settings.API_KEY) + " or "
                            + ConnectSettings.name(Settings.API_KEY_FILE) + ", and only one of them; a config provider"
                            + " such as ${file:/secrets/paradigm.properties:key} keeps the key out of the"
                            + " configuration");
        }
    }

    @Override
    public String toString() {
        return "ConnectorConfig" + values;
    }
}
