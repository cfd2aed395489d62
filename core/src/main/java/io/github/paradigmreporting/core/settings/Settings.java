package io.github.paradigmreporting.core.settings;

import static io.github.paradigmreporting.core.settings.SettingGroup.CONNECTION;
import static io.github.paradigmreporting.core.settings.SettingGroup.LOAD;
import static io.github.paradigmreporting.core.settings.SettingGroup.NETWORK;
import static io.github.paradigmreporting.core.settings.SettingGroup.SCOPE;
import static io.github.paradigmreporting.core.settings.SettingGroup.STORE;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Every shared setting, in reading order. */
public final class Settings {
    /** Address of the instance. */
    public static final Setting<URI> BASE_URL = setting(
            "baseUrl",
            CONNECTION,
            SettingTypes.URL,
            null,
            "Address of the Paradigm instance, with or without /api/v2, for example https://paradigm.example.com.");

    /** The API key. */
    public static final Setting<String> API_KEY =
            secret("apiKey", CONNECTION, "API key of a company admin or platform admin.");

    /** File that holds the API key. */
    public static final Setting<Path> API_KEY_FILE = privileged(
            "apiKeyFile",
            CONNECTION,
            SettingTypes.FILE,
            null,
            "File whose first line is the API key; read again when the instance refuses the key, so that a key can be"
                    + " replaced without a restart.");

    /** Whether plain http is allowed. */
    public static final Setting<Boolean> ALLOW_PLAIN_HTTP = setting(
            "allowPlainHttp",
            CONNECTION,
            SettingTypes.BOOLEAN,
            "false",
            "Lets the key travel unencrypted to a host other than this machine.");

    /** Companies to read. */
    public static final Setting<Set<Long>> COMPANIES = setting(
            "companies",
            SCOPE,
            SettingTypes.COMPANIES,
            null,
            "Ids of the companies to read; all that the key may see when not set.");

    /** First day to read. */
    public static final Setting<DayExpression> START_DATE = setting(
            "startDate",
            SCOPE,
            SettingTypes.DAY,
            "-P1Y",
            "First day to read where nothing narrower is asked: a date, or a period back from today such as -P30D.");

    /** Zone the instance counts days in. */
    public static final Setting<ZoneId> ZONE = setting(
            "zone",
            SCOPE,
            SettingTypes.ZONE,
            "UTC",
            "Time zone the instance counts days in; decides which day is today. Days are never shifted by it.");

    /** Days that may still change. */
    public static final Setting<Integer> LOOK_BACK_DAYS = setting(
            "lookBackDays",
            SCOPE,
            SettingTypes.integer(0, 400),
            "3",
            "How many days before today the instance may still restate; older days are settled.");

    /** When a day is over. */
    public static final Setting<Duration> SETTLE_DELAY = setting(
            "settleDelay",
            SCOPE,
            SettingTypes.DURATION,
            "6h",
            "How long after midnight the day before still counts as today, for figures that reach the instance late.");

    /** Days per request. */
    public static final Setting<Integer> WINDOW_DAYS = setting(
            "windowDays",
            LOAD,
            SettingTypes.integer(1, 366),
            "31",
            "Most days in one request; where it is not set, the JDBC driver requests more while answers are small.");

    /** Requests at once. */
    public static final Setting<Integer> MAX_CONCURRENT_REQUESTS = setting(
            "maxConcurrentRequests",
            LOAD,
            SettingTypes.integer(1, 32),
            "4",
            "Most requests waiting for the instance at once, over all users of the same key in this JVM.");

    /** Requests per minute. */
    public static final Setting<Integer> REQUESTS_PER_MINUTE = setting(
            "requestsPerMinute",
            LOAD,
            SettingTypes.integer(1, 100_000),
            "100",
            "Most requests in any minute, over all users of the same key in this JVM.");

    /** Attempts per request. */
    public static final Setting<Integer> ATTEMPTS = setting(
            "attempts",
            LOAD,
            SettingTypes.integer(1, 100),
            "5",
            "How often a request is tried when the instance throttles, is down, or the connection breaks.");

    /** Time to connect. */
    public static final Setting<Duration> CONNECT_TIMEOUT =
            setting("connectTimeout", LOAD, SettingTypes.POSITIVE_DURATION, "10s", "Longest wait for a connection.");

    /** Time between bytes. */
    public static final Setting<Duration> ANSWER_TIMEOUT = setting(
            "answerTimeout",
            LOAD,
            SettingTypes.POSITIVE_DURATION,
            "120s",
            "Longest wait for an answer to begin, and for its next bytes.");

    /** Time for a request with all its attempts. */
    public static final Setting<Duration> TOTAL_TIMEOUT = setting(
            "totalTimeout",
            LOAD,
            SettingTypes.POSITIVE_DURATION,
            "10m",
            "Longest time for one request with all its attempts and waits.");

    /** Bound of what an instance may demand. */
    public static final Setting<Duration> LONGEST_RETRY_AFTER = setting(
            "longestRetryAfter",
            LOAD,
            SettingTypes.DURATION,
            "1h",
            "Longest time that a Retry-After of an answer keeps requests of the same key in this JVM back; one that names"
                    + " more counts as this much.");

    /** HTTP proxy. */
    public static final Setting<String> PROXY = privileged(
            "proxy",
            NETWORK,
            SettingType.of("host:port", "host:port such as proxy.example.com:3128", ProxyAddress::check),
            null,
            "HTTP proxy to go through, as host:port.");

    /** User at the proxy. */
    public static final Setting<String> PROXY_USER =
            privileged("proxyUser", NETWORK, SettingTypes.TEXT, null, "User name at the proxy.");

    /** Password at the proxy. */
    public static final Setting<String> PROXY_PASSWORD =
            privilegedSecret("proxyPassword", NETWORK, "Password at the proxy.");

    /** Certificates to trust. */
    public static final Setting<Path> TRUST_STORE = privileged(
            "trustStore",
            NETWORK,
            SettingTypes.FILE,
            null,
            "Key store file with the certificates to trust instead of the JVM's own.");

    /** Password of the trust store. */
    public static final Setting<String> TRUST_STORE_PASSWORD =
            privilegedSecret("trustStorePassword", NETWORK, "Password of the trust store.");

    /** Format of the trust store. */
    public static final Setting<String> TRUST_STORE_TYPE = privileged(
            "trustStoreType",
            NETWORK,
            SettingTypes.choice("PKCS12", "JKS"),
            "PKCS12",
            "Format of the trust store file.");

    /** Whether to ask for compressed answers. */
    public static final Setting<Boolean> GZIP = setting(
            "gzip",
            NETWORK,
            SettingTypes.BOOLEAN,
            "true",
            "Asks for compressed answers; about nine times fewer bytes.");

    /** Memory of the day store. */
    public static final Setting<Long> STORE_SIZE = setting(
            "storeSize",
            STORE,
            SettingTypes.BYTE_SIZE,
            "64MiB",
            "Most memory for days kept between queries, shared by all users of the same key in this JVM; never more than a"
                    + " quarter of the heap, and 0 keeps none.");

    /** How long recent days are kept. */
    public static final Setting<Duration> RECENT_TTL = setting(
            "recentTtl",
            STORE,
            SettingTypes.DURATION,
            "5m",
            "How long days that may still change are served from the day store.");

    /** Where days are kept between two lives of a program. */
    public static final Setting<Path> STORE_DIRECTORY = privileged(
            "storeDirectory",
            STORE,
            SettingTypes.DIRECTORY,
            null,
            "Directory to keep settled days in, so that a program started again need not ask for them again; in memory only"
                    + " when not set. Holds figures and titles unencrypted, for the user's account only.");

    /** Disk space of the day store. */
    public static final Setting<Long> STORE_DIRECTORY_SIZE = privileged(
            "storeDirectorySize",
            STORE,
            SettingTypes.BYTE_SIZE,
            "1GiB",
            "Most bytes of all files in storeDirectory; what was used least recently is dropped.");

    /** All shared settings. */
    public static final List<Setting<?>> ALL = List.of(
            BASE_URL,
            API_KEY,
            API_KEY_FILE,
            ALLOW_PLAIN_HTTP,
            COMPANIES,
            START_DATE,
            ZONE,
            LOOK_BACK_DAYS,
            SETTLE_DELAY,
            WINDOW_DAYS,
            MAX_CONCURRENT_REQUESTS,
            REQUESTS_PER_MINUTE,
            ATTEMPTS,
            CONNECT_TIMEOUT,
            ANSWER_TIMEOUT,
            TOTAL_TIMEOUT,
            LONGEST_RETRY_AFTER,
            PROXY,
            PROXY_USER,
            PROXY_PASSWORD,
            TRUST_STORE,
            TRUST_STORE_PASSWORD,
            TRUST_STORE_TYPE,
            GZIP,
            STORE_SIZE,
            RECENT_TTL,
            STORE_DIRECTORY,
            STORE_DIRECTORY_SIZE);

    private Settings() {}

    /**
     * The shared setting of a base name.
     *
     * @param name base name in camelCase
     * @return the setting, or empty when there is none
     */
    public static Optional<Setting<?>> find(String name) {
        for (Setting<?> setting : ALL) {
            if (setting.name().equals(name)) {
                return Optional.of(setting);
            }
        }
        return Optional.empty();
    }

    private static <T> Setting<T> setting(
            String name, SettingGroup group, SettingType<T> type, @Nullable String defaultText, String description) {
        return new Setting<>(name, group, type, defaultText, false, description);
    }

    private static <T> Setting<T> privileged(
            String name, SettingGroup group, SettingType<T> type, @Nullable String defaultText, String description) {
        return new Setting<>(name, group, type, defaultText, false, true, description);
    }

    private static Setting<String> privilegedSecret(String name, SettingGroup group, String description) {
        return new Setting<>(name, group, SettingTypes.TEXT, null, true, true, description);
    }

    private static Setting<String> secret(String name, SettingGroup group, String description) {
        return new Setting<>(name, group, SettingTypes.TEXT, null, true, description);
    }
}
