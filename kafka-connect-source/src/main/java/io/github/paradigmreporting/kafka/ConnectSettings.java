package io.github.paradigmreporting.kafka;

import io.github.paradigmreporting.core.client.ColumnRules;
import io.github.paradigmreporting.core.report.Report;
import io.github.paradigmreporting.core.report.Reports;
import io.github.paradigmreporting.core.settings.Setting;
import io.github.paradigmreporting.core.settings.SettingGroup;
import io.github.paradigmreporting.core.settings.SettingType;
import io.github.paradigmreporting.core.settings.SettingTypes;
import io.github.paradigmreporting.core.settings.Settings;
import io.github.paradigmreporting.core.settings.Spelling;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The settings that only Kafka Connect has, in reading order. They are spelled like the shared ones. */
final class ConnectSettings {
    /** What the connector's own settings begin with; all others are Connect's. */
    static final String PREFIX = "paradigm.";

    private static final long SMALLEST_OFFSET = 4096;

    private static final SettingType<Set<Report<?>>> REPORT_LIST = new SettingType<>(
            "list",
            "names out of "
                    + Reports.ALL.stream().map(Report::name).collect(Collectors.joining(", "))
                    + ", separated by commas",
            ConnectSettings::parseReports,
            List.of());

    /** Reports to stream. */
    static final Setting<Set<Report<?>>> REPORTS = setting(
            "reports",
            SettingGroup.SCOPE,
            REPORT_LIST,
            Reports.ALL.stream().map(Report::name).collect(Collectors.joining(",")),
            "Reports to stream, by name or by the API's own path segment.");

    /** How companies are asked for. */
    static final Setting<String> COMPANY_MODE = setting(
            "companyMode",
            SettingGroup.SCOPE,
            SettingTypes.choice(CompanyMode.ALL, CompanyMode.LIST, CompanyMode.DISCOVER),
            null,
            "all: one request answers for every company that the key may see, and new companies are picked up as they"
                    + " appear. list: one request per company of paradigm.companies. discover: one request per company"
                    + " that the instance has, so that companies spread over tasks. When not set: list if"
                    + " paradigm.companies is given, else all.");

    /** Time between looks for new companies. */
    static final Setting<Duration> DISCOVERY_INTERVAL = setting(
            "discoveryInterval",
            SettingGroup.SCOPE,
            SettingTypes.DURATION,
            "1h",
            "With paradigm.company.mode=discover: time between looks for new companies. A new one makes Connect divide"
                    + " the work anew.");

    /** Pattern of the topics' names. */
    static final Setting<String> TOPIC_PATTERN = setting(
            "topicPattern",
            SettingGroup.SCOPE,
            SettingTypes.TEXT,
            "paradigm." + Topics.PLACEHOLDER,
            "Name of a report's topic; " + Topics.PLACEHOLDER + " stands for the report's name.");

    /** Topic of the progress records. */
    static final Setting<String> PROGRESS_TOPIC = setting(
            "progressTopic",
            SettingGroup.SCOPE,
            SettingTypes.TEXT,
            "paradigm.progress",
            "Topic of the progress records: one per finished slice (company and day). They carry the connector's own"
                    + " position, so a transform must not drop them, and tell consumers through which day a company's"
                    + " figures are final.");

    /** Form of keys and values. */
    static final Setting<RecordForm> VALUE_FORMAT = setting(
            "valueFormat",
            SettingGroup.SCOPE,
            new SettingType<>(
                    "choice",
                    "one of struct, map, json",
                    RecordForm::parse,
                    Arrays.stream(RecordForm.values()).map(RecordForm::text).toList()),
            "struct",
            "Form of keys and values. struct: with a schema, for Avro, Protobuf and JSON with schemas. map: without a schema,"
                    + " days and instants as ISO texts, for JSON without schemas. json: a text, for string converters.");

    /** Whether vanished rows become tombstones. */
    static final Setting<Boolean> TOMBSTONES = setting(
            "tombstones",
            SettingGroup.SCOPE,
            SettingTypes.BOOLEAN,
            "true",
            "Whether a row that vanished from a restated day becomes a tombstone: its key with a null value.");

    /** Whether records may be dropped on their way to Kafka. */
    static final Setting<Boolean> ALLOW_DROPPED_RECORDS = setting(
            "allowDroppedRecords",
            SettingGroup.SCOPE,
            SettingTypes.BOOLEAN,
            "false",
            "Whether the connector goes on when Connect drops records before they reach Kafka: those that a transform filters"
                    + " out, and under errors.tolerance=all those that a transform or converter fails on. When false, the"
                    + " position does not pass them and the task fails; when true, they are counted and never sent again.");

    /** Columns to leave out. */
    static final Setting<Set<String>> EXCLUDE_COLUMNS = setting(
            ColumnRules.EXCLUDE_COLUMNS,
            SettingGroup.SCOPE,
            SettingTypes.COLUMN_NAMES,
            null,
            "Columns to leave out, such as document_title: they are not read, not compared and not in the schema.");

    /** Columns to hash. */
    static final Setting<Set<String>> HASH_COLUMNS = setting(
            ColumnRules.HASH_COLUMNS,
            SettingGroup.SCOPE,
            SettingTypes.COLUMN_NAMES,
            null,
            "Text columns to replace by a keyed hash (HMAC-SHA-256, as hexadecimal digits), such as document_filename:"
                    + " equal values stay equal, and nobody without paradigm.hash.key can check a guess.");

    /** Key of the hashes. */
    static final Setting<String> HASH_KEY = new Setting<>(
            "hashKey",
            SettingGroup.SCOPE,
            SettingTypes.TEXT,
            null,
            true,
            "Secret key of the hashes; another key gives other hashes.");

    /** Time between passes. */
    static final Setting<Duration> POLL_INTERVAL = setting(
            "pollInterval",
            SettingGroup.LOAD,
            SettingTypes.DURATION,
            "15m",
            "Time from the end of one pass over a report to the start of the next.");

    /** Times of passes. */
    static final Setting<String> CRON = setting(
            "cron",
            SettingGroup.LOAD,
            CronTimes.EXPRESSION,
            null,
            "Times at which passes start, instead of paradigm.poll.interval. One more pass runs whenever a task starts.");

    /** Zone of the times of passes. */
    static final Setting<ZoneId> CRON_ZONE = setting(
            "cronZone",
            SettingGroup.LOAD,
            SettingTypes.ZONE,
            null,
            "Time zone of paradigm.cron; paradigm.zone when not set. A time that the clocks skip in spring has no pass.");

    /** Spread of the times of passes. */
    static final Setting<Duration> CRON_JITTER = setting(
            "cronJitter",
            SettingGroup.LOAD,
            SettingTypes.DURATION,
            "1m",
            "With paradigm.cron: how late a pass may start, at random, so that many connectors do not come at the same"
                    + " moment.");

    /** Days looked at again. */
    static final Setting<Integer> RECHECK_DAYS = setting(
            "recheckDays",
            SettingGroup.SCOPE,
            SettingTypes.integer(0, 400),
            "0",
            "Reconciles settled days: how many days before today are compared again every paradigm.recheck.interval,"
                    + " although they are settled, for the rare figure that changes late. More than"
                    + " paradigm.look.back.days, or 0 for none. The offset remembers about 13 bytes for each row of these"
                    + " days.");

    /** Time between looks at settled days. */
    static final Setting<Duration> RECHECK_INTERVAL = setting(
            "recheckInterval",
            SettingGroup.SCOPE,
            SettingTypes.DURATION,
            "7d",
            "With paradigm.recheck.days: time between two comparisons of settled days; one more whenever a task starts.");

    /** Records per poll. */
    static final Setting<Integer> BATCH_RECORDS = setting(
            "batchRecords",
            SettingGroup.LOAD,
            SettingTypes.integer(1, 1_000_000),
            "2000",
            "Records after which no further slice is added to a batch (one transaction under exactly-once). A larger"
                    + " slice travels whole; with transaction.boundary=connector in parts of so many records and still in"
                    + " one transaction.");

    /** Most bytes in an offset. */
    static final Setting<Long> OFFSET_LIMIT = setting(
            "offsetLimit",
            SettingGroup.LOAD,
            new SettingType<>(
                    "size",
                    "a number of bytes such as 1048576, 64MiB or 1GiB, at least 4KiB",
                    ConnectSettings::parseOffsetLimit,
                    List.of()),
            "768KiB",
            "Most bytes that a company's offset may have; a larger one fails the task before it reaches Kafka, which takes"
                    + " messages up to 1 MiB unless its topics and producers are told otherwise.");

    /** Records waiting in memory. */
    static final Setting<Integer> QUEUE_RECORDS = setting(
            "queueRecords",
            SettingGroup.LOAD,
            SettingTypes.integer(1, 10_000_000),
            "20000",
            "Most records of a task that wait in memory for Kafka; one slice is always let in.");

    /** Bytes waiting in memory. */
    static final Setting<Long> QUEUE_BYTES = setting(
            "queueBytes",
            SettingGroup.LOAD,
            SettingTypes.BYTE_SIZE,
            "16MiB",
            "Most memory, estimated, for records of a task that wait for Kafka; one slice is always let in.");

    /** Patience with what may pass. */
    static final Setting<Duration> RETRY_LIMIT = setting(
            "retryLimit",
            SettingGroup.LOAD,
            SettingTypes.DURATION,
            "24h",
            "How long a report may fail for reasons that may pass (throttling, outage, broken connection, unreadable"
                    + " answer) before the task fails. Other reports go on meanwhile.");

    /** Patience with what does not pass by itself. */
    static final Setting<Duration> PARK_LIMIT = setting(
            "parkLimit",
            SettingGroup.LOAD,
            SettingTypes.DURATION,
            "1h",
            "How long a report that the instance refuses (no access, not offered, rejected) is parked and asked for"
                    + " again before the task fails. Other reports go on meanwhile. A refused key fails at once.");

    /** Certificate to show. */
    static final Setting<Path> KEY_STORE = setting(
            "keyStore",
            SettingGroup.NETWORK,
            SettingTypes.FILE,
            null,
            "Key store file with a certificate and its private key, for an instance behind a gateway that asks for one"
                    + " (mutual TLS).");

    /** Password of the key store. */
    static final Setting<String> KEY_STORE_PASSWORD = new Setting<>(
            "keyStorePassword",
            SettingGroup.NETWORK,
            SettingTypes.TEXT,
            null,
            true,
            "Password of the key store and of the key in it.");

    /** Format of the key store. */
    static final Setting<String> KEY_STORE_TYPE = setting(
            "keyStoreType",
            SettingGroup.NETWORK,
            SettingTypes.choice("PKCS12", "JKS"),
            "PKCS12",
            "Format of the key store file.");

    /** Whether a posted configuration is tried. */
    static final Setting<Boolean> VALIDATE_PROBE = setting(
            "validateProbe",
            SettingGroup.CONNECTION,
            SettingTypes.BOOLEAN,
            "true",
            "Whether a configuration is tried against the instance, with one request of at most 5 seconds, before"
                    + " Connect accepts it.");

    /** All Connect-only settings. */
    static final List<Setting<?>> OWN = List.of(
            VALIDATE_PROBE,
            REPORTS,
            COMPANY_MODE,
            DISCOVERY_INTERVAL,
            TOPIC_PATTERN,
            PROGRESS_TOPIC,
            VALUE_FORMAT,
            TOMBSTONES,
            ALLOW_DROPPED_RECORDS,
            EXCLUDE_COLUMNS,
            HASH_COLUMNS,
            HASH_KEY,
            RECHECK_DAYS,
            RECHECK_INTERVAL,
            POLL_INTERVAL,
            CRON,
            CRON_ZONE,
            CRON_JITTER,
            BATCH_RECORDS,
            OFFSET_LIMIT,
            QUEUE_RECORDS,
            QUEUE_BYTES,
            RETRY_LIMIT,
            PARK_LIMIT,
            KEY_STORE,
            KEY_STORE_PASSWORD,
            KEY_STORE_TYPE);

    /** Everything a connector can be told: the shared settings, but for the day store that it does not use, and ours. */
    static final List<Setting<?>> ALL = Stream.concat(
                    Settings.ALL.stream().filter(setting -> setting.group() != SettingGroup.STORE), OWN.stream())
            .sorted(java.util.Comparator.comparing(Setting::group))
            .toList();

    /** Settings that say nothing unless another one is set. */
    static final Map<Setting<?>, Setting<?>> ONLY_WITH = Map.ofEntries(
            Map.entry(Settings.PROXY_USER, Settings.PROXY),
            Map.entry(Settings.PROXY_PASSWORD, Settings.PROXY),
            Map.entry(Settings.TRUST_STORE_PASSWORD, Settings.TRUST_STORE),
            Map.entry(Settings.TRUST_STORE_TYPE, Settings.TRUST_STORE),
            Map.entry(KEY_STORE_PASSWORD, KEY_STORE),
            Map.entry(KEY_STORE_TYPE, KEY_STORE),
            Map.entry(CRON_ZONE, CRON),
            Map.entry(CRON_JITTER, CRON),
            Map.entry(HASH_KEY, HASH_COLUMNS),
            Map.entry(RECHECK_INTERVAL, RECHECK_DAYS),
            Map.entry(Settings.COMPANIES, COMPANY_MODE),
            Map.entry(DISCOVERY_INTERVAL, COMPANY_MODE));

    private ConnectSettings() {}

    /** The name users write. */
    static String name(Setting<?> setting) {
        return name(setting.name());
    }

    /** The name users write for a setting's base name. */
    static String name(String baseName) {
        return Spelling.DOTTED.spell(baseName);
    }

    private static Long parseOffsetLimit(String text) {
        Long bytes = SettingTypes.BYTE_SIZE.parser().apply(text);
        if (bytes < SMALLEST_OFFSET) {
            throw new IllegalArgumentException("no offset would fit");
        }
        return bytes;
    }

    private static Set<Report<?>> parseReports(String text) {
        Set<Report<?>> reports = new LinkedHashSet<>();
        for (String name : Arrays.stream(text.split(",", -1)).map(String::trim).toList()) {
            if (name.isEmpty()) {
                throw new IllegalArgumentException("a name is empty");
            }
            if (!reports.add(Reports.named(name))) {
                throw new IllegalArgumentException("'" + name + "' is named twice");
            }
        }
        return reports;
    }

    private static <T> Setting<T> setting(
            String name, SettingGroup group, SettingType<T> type, @Nullable String defaultText, String description) {
        return new Setting<>(name, group, type, defaultText, false, description);
    }
}
