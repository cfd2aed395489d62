package io.github.paradigmreporting.jdbc;

import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** The settings of a data source as bean properties: a setter per setting, and a test that none is missing. */
abstract class DataSourceSettings {
    private final Properties properties = new Properties();

    DataSourceSettings() {}

    /** A copy of what is set. */
    final Properties properties() {
        Properties copy = new Properties();
        copy.putAll(properties);
        return copy;
    }

    final void set(String setting, @Nullable String text) {
        if (text == null || text.isBlank()) {
            properties.remove(setting);
        } else {
            properties.setProperty(setting, text);
        }
    }

    /**
     * Whether to use TLS.
     *
     * @param text as in a URL
     */
    public void setSsl(@Nullable String text) {
        set("ssl", text);
    }

    /**
     * The API key; the password of {@link ParadigmDataSource#getConnection(String, String)} comes before it.
     *
     * @param text as in a URL
     */
    public void setApiKey(@Nullable String text) {
        set("apiKey", text);
    }

    /**
     * File with the API key.
     *
     * @param text as in a URL
     */
    public void setApiKeyFile(@Nullable String text) {
        set("apiKeyFile", text);
    }

    /**
     * Whether the key may travel unencrypted.
     *
     * @param text as in a URL
     */
    public void setAllowPlainHttp(@Nullable String text) {
        set("allowPlainHttp", text);
    }

    /**
     * Ids of the companies to read.
     *
     * @param text as in a URL
     */
    public void setCompanies(@Nullable String text) {
        set("companies", text);
    }

    /**
     * First day of the tables; means the same as {@code historyStart}.
     *
     * @param text as in a URL
     */
    public void setStartDate(@Nullable String text) {
        set("startDate", text);
    }

    /**
     * Zone the instance counts days in.
     *
     * @param text as in a URL
     */
    public void setZone(@Nullable String text) {
        set("zone", text);
    }

    /**
     * Days before today that may still be restated.
     *
     * @param text as in a URL
     */
    public void setLookBackDays(@Nullable String text) {
        set("lookBackDays", text);
    }

    /**
     * How long a day that is over still counts as today.
     *
     * @param text as in a URL
     */
    public void setSettleDelay(@Nullable String text) {
        set("settleDelay", text);
    }

    /**
     * Most days of one request.
     *
     * @param text as in a URL
     */
    public void setWindowDays(@Nullable String text) {
        set("windowDays", text);
    }

    /**
     * Most requests at once.
     *
     * @param text as in a URL
     */
    public void setMaxConcurrentRequests(@Nullable String text) {
        set("maxConcurrentRequests", text);
    }

    /**
     * Most requests in a minute.
     *
     * @param text as in a URL
     */
    public void setRequestsPerMinute(@Nullable String text) {
        set("requestsPerMinute", text);
    }

    /**
     * How often a request is tried.
     *
     * @param text as in a URL
     */
    public void setAttempts(@Nullable String text) {
        set("attempts", text);
    }

    /**
     * Longest wait for a connection; the login timeout shortens it.
     *
     * @param text as in a URL
     */
    public void setConnectTimeout(@Nullable String text) {
        set("connectTimeout", text);
    }

    /**
     * Longest wait for an answer to begin, and for its next bytes.
     *
     * @param text as in a URL
     */
    public void setAnswerTimeout(@Nullable String text) {
        set("answerTimeout", text);
    }

    /**
     * Longest time for one request with all its attempts.
     *
     * @param text as in a URL
     */
    public void setTotalTimeout(@Nullable String text) {
        set("totalTimeout", text);
    }

    /**
     * Longest time that a Retry-After of an answer keeps requests back.
     *
     * @param text as in a URL
     */
    public void setLongestRetryAfter(@Nullable String text) {
        set("longestRetryAfter", text);
    }

    /**
     * HTTP proxy, as host:port.
     *
     * @param text as in a URL
     */
    public void setProxy(@Nullable String text) {
        set("proxy", text);
    }

    /**
     * User at the proxy.
     *
     * @param text as in a URL
     */
    public void setProxyUser(@Nullable String text) {
        set("proxyUser", text);
    }

    /**
     * Password at the proxy.
     *
     * @param text as in a URL
     */
    public void setProxyPassword(@Nullable String text) {
        set("proxyPassword", text);
    }

    /**
     * Key store file with the certificates to trust.
     *
     * @param text as in a URL
     */
    public void setTrustStore(@Nullable String text) {
        set("trustStore", text);
    }

    /**
     * Password of the trust store.
     *
     * @param text as in a URL
     */
    public void setTrustStorePassword(@Nullable String text) {
        set("trustStorePassword", text);
    }

    /**
     * Format of the trust store.
     *
     * @param text as in a URL
     */
    public void setTrustStoreType(@Nullable String text) {
        set("trustStoreType", text);
    }

    /**
     * Whether to ask for compressed answers.
     *
     * @param text as in a URL
     */
    public void setGzip(@Nullable String text) {
        set("gzip", text);
    }

    /**
     * Memory of the day store.
     *
     * @param text as in a URL
     */
    public void setStoreSize(@Nullable String text) {
        set("storeSize", text);
    }

    /**
     * How long days that may still change are kept.
     *
     * @param text as in a URL
     */
    public void setRecentTtl(@Nullable String text) {
        set("recentTtl", text);
    }

    /**
     * Directory of the day store.
     *
     * @param text as in a URL
     */
    public void setStoreDirectory(@Nullable String text) {
        set("storeDirectory", text);
    }

    /**
     * Disk space of the day store.
     *
     * @param text as in a URL
     */
    public void setStoreDirectorySize(@Nullable String text) {
        set("storeDirectorySize", text);
    }

    /**
     * First day where a statement gives none.
     *
     * @param text as in a URL
     */
    public void setHistoryStart(@Nullable String text) {
        set("historyStart", text);
    }

    /**
     * Whether a statement must give a first day.
     *
     * @param text as in a URL
     */
    public void setRequireDateFilter(@Nullable String text) {
        set("requireDateFilter", text);
    }

    /**
     * File with views of one's own.
     *
     * @param text as in a URL
     */
    public void setViewDefinitions(@Nullable String text) {
        set("viewDefinitions", text);
    }

    /**
     * Most requests one statement may cost.
     *
     * @param text as in a URL
     */
    public void setMaxRequestsPerStatement(@Nullable String text) {
        set("maxRequestsPerStatement", text);
    }
}
