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
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the user told the connector, read and checked against each other. Immutable; prints no value. */
final class ConnectorConfig {
    /** A placeholder of a config provider; those of topic patterns have no colon. */
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([\\w-]+):[^}]*}");

    private static final String STRING_CONVERTER = "org.apache.kafka.connect.storage.StringConverter";

    /** Years before the first instance. */
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

    private final Map<String, String> given;
    private final SettingValues values;
    private final Topics topics;
    private final ColumnRules columnRules;
    private final @Nullable Set<Long> companies;

    private ConnectorConfig(Map<String, String> given, AllowedPaths keyFiles) {
        this.given = Map.copyOf(given);
        checkNames();
        checkPlaceholders();
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
        checkKey(keyFiles);
        checkSchedule();
        checkCompanions();
        checkTimes();
        checkConverters();
    }

    /**
     * Reads a connector's or a task's configuration; nothing is sent.
     *
     * @param given the configuration as Connect hands it over
     * @throws InvalidSettingException when a setting is missing, malformed or contradicts another
     */
    static ConnectorConfig of(Map<String, String> given) {
        return of(given, AllowedPaths.ofWorker());
    }

    /** As {@link #of(Map)}, with folders for key files that are not the worker's. */
    static ConnectorConfig of(Map<String, String> given, AllowedPaths keyFiles) {
        return new ConnectorConfig(given, keyFiles);
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

    /** Where discovered companies are remembered. */
    KnownCompanies knownCompanies(String instance) {
        return new KnownCompanies(instance, topics.progress(), get(ConnectSettings.VALUE_FORMAT));
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

    private void checkNames() {
        SettingNames.unknown(given.keySet()).forEach((name, problem) -> {
            throw new InvalidSettingException(name, problem);
        });
    }

    /** A text such as ${env:NAME} that is still there when the connector gets its configuration. */
    private void checkPlaceholders() {
        given.forEach((name, value) -> {
            Matcher placeholder = PLACEHOLDER.matcher(value);
            if (SettingNames.isOurs(name) && placeholder.find()) {
                throw new InvalidSettingException(
                        name,
                        "holds a placeholder of the config provider '" + placeholder.group(1)
                                + "' that the worker has not filled in; check config.providers of the worker and the"
                                + " name within the placeholder");
            }
        });
    }

    private void checkCompanions() {
        ConnectSettings.ONLY_WITH.forEach((setting, with) -> {
            boolean used = with.equals(ConnectSettings.COMPANY_MODE)
                    ? setting.equals(Settings.COMPANIES) || discovers()
                    : given(with) && !"0".equals(String.valueOf(values.get(with)));
            if (given(setting) && !used) {
                throw new InvalidSettingException(
                        setting.name(),
                        "has no effect without " + ConnectSettings.name(with)
                                + (with.equals(ConnectSettings.COMPANY_MODE) ? "=" + CompanyMode.DISCOVER : "")
                                + "; remove it, or set both");
            }
        });
        for (Setting<String> topic : List.of(ConnectSettings.TOPIC_PATTERN, ConnectSettings.PROGRESS_TOPIC)) {
            String text = given.get(ConnectSettings.name(topic));
            if (text != null && text.isBlank()) {
                throw new InvalidSettingException(
                        topic.name(),
                        "is empty; give a name, or remove the setting for its default " + topic.defaultText());
            }
        }
    }

    private void checkTimes() {
        for (Setting<Duration> time : List.of(
                ConnectSettings.POLL_INTERVAL, ConnectSettings.DISCOVERY_INTERVAL, ConnectSettings.RECHECK_INTERVAL)) {
            if (get(time).isZero()) {
                throw new InvalidSettingException(time.name(), "is 0; give a time longer than that");
            }
        }
        boolean both = given(Settings.TOTAL_TIMEOUT) && given(Settings.ANSWER_TIMEOUT);
        if (both && get(Settings.TOTAL_TIMEOUT).compareTo(get(Settings.ANSWER_TIMEOUT)) < 0) {
            throw new InvalidSettingException(
                    Settings.TOTAL_TIMEOUT.name(),
                    "is shorter than " + ConnectSettings.name(Settings.ANSWER_TIMEOUT) + ", which is a part of it");
        }
    }

    /** Structs have no text form: a day in it would depend on the worker's time zone. */
    private void checkConverters() {
        for (String name : List.of("key.converter", "value.converter")) {
            RecordForm form = get(ConnectSettings.VALUE_FORMAT);
            if (form != RecordForm.JSON && STRING_CONVERTER.equals(given.get(name))) {
                throw new InvalidSettingException(
                        ConnectSettings.VALUE_FORMAT.name(),
                        "'" + form.text() + "' does not go with StringConverter in " + name + "; use "
                                + RecordForm.JSON.text() + ", or another converter");
            }
        }
    }

    /**
     * Checks what depends on the day.
     *
     * @throws InvalidSettingException when nothing would be read, or days of the last century
     */
    void checkStart(LocalDate today) {
        LocalDate start = get(Settings.START_DATE).resolve(today);
        if (start.isAfter(today)) {
            throw new InvalidSettingException(
                    Settings.START_DATE.name(), "is " + start + ", after today, " + today + ": nothing would be read");
        }
        if (start.isBefore(EARLIEST)) {
            throw new InvalidSettingException(
                    Settings.START_DATE.name(),
                    "is " + start + ", before any usage: each " + get(Settings.WINDOW_DAYS)
                            + " days since then would be a request; give a day from " + EARLIEST + " on");
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
    private void checkKey(AllowedPaths keyFiles) {
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
        Path path = values.get(Settings.API_KEY_FILE);
        if (path != null && !keyFiles.allow(path)) {
            throw new InvalidSettingException(
                    Settings.API_KEY_FILE.name(),
                    "is not below a folder that this worker allows, so it is neither read nor tried; the worker's"
                            + " administrator names such folders, separated by commas, in the system property "
                            + AllowedPaths.PROPERTY + " or the environment variable " + AllowedPaths.VARIABLE);
        }
    }

    @Override
    public String toString() {
        return "ConnectorConfig" + values;
    }
}
