package io.github.paradigmreporting.core.client;

import io.github.paradigmreporting.core.error.InvalidSettingException;
import io.github.paradigmreporting.core.error.Redaction;
import io.github.paradigmreporting.core.settings.ProxyAddress;
import io.github.paradigmreporting.core.settings.Setting;
import io.github.paradigmreporting.core.settings.SettingValues;
import io.github.paradigmreporting.core.settings.Settings;
import io.github.paradigmreporting.core.settings.Spelling;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Describes a client. What is not said comes from the environment ({@code PARADIGM_BASE_URL}, {@code PARADIGM_API_KEY}
 * …), else from the default of the setting of that name. Not safe for threads.
 */
public final class ParadigmReportingClientBuilder {
    /** Most days in one request where the user sets no limit: a whole year, as windowDays may be at most. */
    private static final int LONGEST_WINDOW_DAYS = 366;

    private final Map<String, String> given = new HashMap<>();
    private Map<String, String> environment = System.getenv();
    private String product = "";
    private Time time = Time.SYSTEM;
    private ClientConfig.@Nullable StoreFile keyStore;
    private @Nullable SSLContext sslContext;

    ParadigmReportingClientBuilder() {}

    /**
     * Sets any setting by the text a user wrote.
     *
     * @param setting one of {@link Settings#ALL}
     * @param text the text; null takes the setting back
     * @return this builder
     */
    public ParadigmReportingClientBuilder set(Setting<?> setting, @Nullable String text) {
        if (text == null) {
            given.remove(setting.name());
        } else {
            given.put(setting.name(), text);
        }
        return this;
    }

    /**
     * Address of the instance.
     *
     * @param url with or without {@code /api/v2} and trailing slash
     * @return this builder
     */
    public ParadigmReportingClientBuilder baseUrl(String url) {
        return set(Settings.BASE_URL, url);
    }

    /**
     * Address of the instance.
     *
     * @param url with or without {@code /api/v2} and trailing slash
     * @return this builder
     */
    public ParadigmReportingClientBuilder baseUrl(URI url) {
        return baseUrl(url.toString());
    }

    /**
     * The key as it is.
     *
     * @param key the key
     * @return this builder
     */
    public ParadigmReportingClientBuilder apiKey(String key) {
        return set(Settings.API_KEY, key);
    }

    /**
     * A file whose first line is the key; read again when the instance refuses the key.
     *
     * @param file the file
     * @return this builder
     */
    public ParadigmReportingClientBuilder apiKeyFile(Path file) {
        return set(Settings.API_KEY_FILE, file.toString());
    }

    /**
     * Longest time for one request with all its attempts and waits; 10 minutes when not set.
     *
     * @param timeout the time
     * @return this builder
     */
    public ParadigmReportingClientBuilder totalTimeout(Duration timeout) {
        return set(Settings.TOTAL_TIMEOUT, timeout.toString());
    }

    /**
     * Longest wait for an answer to begin and for its next bytes; 2 minutes when not set.
     *
     * @param timeout the time
     * @return this builder
     */
    public ParadigmReportingClientBuilder answerTimeout(Duration timeout) {
        return set(Settings.ANSWER_TIMEOUT, timeout.toString());
    }

    /**
     * How often a request is tried; 5 when not set.
     *
     * @param attempts from 1
     * @return this builder
     */
    public ParadigmReportingClientBuilder attempts(int attempts) {
        return set(Settings.ATTEMPTS, Integer.toString(attempts));
    }

    /**
     * Names the program for the user agent header, for example {@code jdbc/0.1}.
     *
     * @param nameAndVersion the program
     * @return this builder
     */
    public ParadigmReportingClientBuilder product(String nameAndVersion) {
        this.product = nameAndVersion;
        return this;
    }

    /**
     * A certificate of one's own, for an instance behind a gateway that asks for one (mutual TLS); none when not set. The
     * file is read when the first request is sent.
     *
     * @param file a key store with the certificate and its private key
     * @param password of the store and of the key in it, null when there is none
     * @param type PKCS12 or JKS
     * @return this builder
     */
    public ParadigmReportingClientBuilder clientCertificate(Path file, @Nullable String password, String type) {
        this.keyStore = new ClientConfig.StoreFile(file, password, type);
        return this;
    }

    /**
     * What connections are secured with, for a program that has it already; made from {@link Settings#TRUST_STORE} and
     * {@link #clientCertificate} when not set. It brings all certificates: a trust store in the environment is then not
     * looked at, and one that is said, as any certificate of one's own, is refused by {@link #build()}.
     *
     * @param context the context, initialised
     * @return this builder
     */
    public ParadigmReportingClientBuilder sslContext(SSLContext context) {
        this.sslContext = context;
        return this;
    }

    /**
     * The clock that says what day it is, and when a date in a {@code Retry-After} header comes; the system's clock when not set.
     * Timeouts and waits pass in real time all the same.
     *
     * @param clock the clock, for example one that stands still in a test
     * @return this builder
     */
    public ParadigmReportingClientBuilder clock(InstantSource clock) {
        return time(Time.of(clock));
    }

    /** For tests: another environment than the process's. */
    ParadigmReportingClientBuilder environment(Map<String, String> variables) {
        this.environment = variables;
        return this;
    }

    /** For tests: a clock that does not run by itself. */
    ParadigmReportingClientBuilder time(Time clock) {
        this.time = clock;
        return this;
    }

    /**
     * Checks what was said and makes the client; nothing is sent.
     *
     * @return the client
     * @throws InvalidSettingException when a setting is missing, malformed or contradicts another
     */
    public ParadigmReportingClient build() {
        return new ParadigmReportingClient(config(), time);
    }

    ClientConfig config() {
        SettingValues values = values();
        ClientConfig.Proxy proxy = proxy(values);
        return new ClientConfig(
                BaseUrl.of(
                        values.require(Settings.BASE_URL),
                        values.require(Settings.ALLOW_PLAIN_HTTP),
                        proxy == null ? null : proxy.address()),
                apiKey(values),
                "paradigm-reporting" + (product.isEmpty() ? "" : " " + product) + " Java/"
                        + Runtime.version().feature(),
                values.require(Settings.CONNECT_TIMEOUT),
                values.require(Settings.ANSWER_TIMEOUT),
                values.require(Settings.TOTAL_TIMEOUT),
                values.require(Settings.LONGEST_RETRY_AFTER),
                proxy,
                trustStore(values, sslContext != null),
                keyStore,
                sslContext,
                values.require(Settings.GZIP),
                values.require(Settings.MAX_CONCURRENT_REQUESTS),
                values.require(Settings.REQUESTS_PER_MINUTE),
                values.require(Settings.ATTEMPTS),
                values.require(Settings.WINDOW_DAYS),
                values.given(Settings.WINDOW_DAYS) ? values.require(Settings.WINDOW_DAYS) : LONGEST_WINDOW_DAYS);
    }

    /**
     * What was said wins over the environment, setting by setting; a key said wins over a key file in it, and an SSL context
     * over a trust store in it, too.
     */
    private SettingValues values() {
        SettingValues said = SettingValues.read(Settings.ALL, Spelling.CAMEL_CASE, given::get);
        List<Setting<?>> others = new ArrayList<>(Settings.ALL);
        if (said.given(Settings.API_KEY) || said.given(Settings.API_KEY_FILE)) {
            others.removeAll(List.of(Settings.API_KEY, Settings.API_KEY_FILE));
        } else if (said.given(Settings.BASE_URL)) {
            checkKeyOfEnvironment(said.require(Settings.BASE_URL));
        }
        if (sslContext != null) {
            if (said.given(Settings.TRUST_STORE) || keyStore != null) {
                throw new InvalidSettingException(
                        said.given(Settings.TRUST_STORE) ? Settings.TRUST_STORE.name() : "keyStore",
                        "is given together with an SSL context, which brings its own certificates; give only one of them");
            }
            others.remove(Settings.TRUST_STORE);
        }
        return said.orElse(SettingValues.read(others, Spelling.ENVIRONMENT, environment::get));
    }

    /** Naming an address gives no access to the key of another one: the environment's key goes to its own address only. */
    private void checkKeyOfEnvironment(URI said) {
        SettingValues theirs = SettingValues.read(
                List.of(Settings.API_KEY, Settings.API_KEY_FILE, Settings.BASE_URL),
                Spelling.ENVIRONMENT,
                environment::get);
        if (!theirs.given(Settings.API_KEY) && !theirs.given(Settings.API_KEY_FILE)) {
            return;
        }
        URI address = theirs.get(Settings.BASE_URL);
        if (address == null || !BaseUrl.of(address, true, null).sameOrigin(BaseUrl.of(said, true, null))) {
            throw new InvalidSettingException(
                    Settings.API_KEY.name(),
                    "is not given, and the environment's key goes to the address in PARADIGM_BASE_URL only, which is "
                            + (address == null ? "not set" : "another one")
                            + "; give the key together with the address, or set PARADIGM_BASE_URL to it");
        }
    }

    private static ApiKey apiKey(SettingValues values) {
        String key = values.get(Settings.API_KEY);
        Path file = values.get(Settings.API_KEY_FILE);
        if (key != null && file != null) {
            throw new InvalidSettingException("apiKey", "is given together with apiKeyFile; give only one of them");
        }
        if (file != null) {
            return ApiKey.fromFile(file);
        }
        return ApiKey.of(key == null ? "" : key);
    }

    private static ClientConfig.@Nullable Proxy proxy(SettingValues values) {
        String address = values.get(Settings.PROXY);
        if (address == null) {
            refuseAlone(values, Settings.PROXY_USER, Settings.PROXY);
            refuseAlone(values, Settings.PROXY_PASSWORD, Settings.PROXY);
            return null;
        }
        String password = values.get(Settings.PROXY_PASSWORD);
        ClientConfig.Proxy proxy =
                new ClientConfig.Proxy(ProxyAddress.parse(address), values.get(Settings.PROXY_USER), password);
        // A proxy that refuses a password may repeat it.
        Redaction.hide(proxy, password == null ? List.of() : List.of(password));
        return proxy;
    }

    /** What would have no effect is a mistake. */
    private static void refuseAlone(SettingValues values, Setting<?> setting, Setting<?> needed) {
        if (values.given(setting)) {
            throw new InvalidSettingException(
                    setting.name(), "is given without " + needed.name() + "; give both, or leave it out");
        }
    }

    private static ClientConfig.@Nullable StoreFile trustStore(SettingValues values, boolean replaced) {
        Path file = values.get(Settings.TRUST_STORE);
        if (file == null) {
            if (!replaced) {
                refuseAlone(values, Settings.TRUST_STORE_PASSWORD, Settings.TRUST_STORE);
            }
            return null;
        }
        return new ClientConfig.StoreFile(
                file, values.get(Settings.TRUST_STORE_PASSWORD), values.require(Settings.TRUST_STORE_TYPE));
    }
}
