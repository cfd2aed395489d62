package io.github.paradigmreporting.camel;

import java.time.Duration;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;
import org.jspecify.annotations.Nullable;

/**
 * Where the instance is, with which key, and how patiently it is asked: the settings of these names. What is null here comes
 * from the environment ({@code PARADIGM_BASE_URL} …), else from the default. Not safe for threads.
 */
@UriParams
public abstract class ConnectionConfiguration {
    @UriParam(
            description = "Address of the Paradigm instance, with or without /api/v2, for example "
                    + "https://paradigm.example.com.")
    private @Nullable String baseUrl;

    @UriParam(label = "security", secret = true, description = "API key of a company admin or platform admin.")
    private @Nullable String apiKey;

    @UriParam(
            label = "security",
            description = "File whose first line is the API key; read again when the instance refuses the key, so "
                    + "that a key can be replaced without a restart.")
    private @Nullable String apiKeyFile;

    @UriParam(
            label = "security",
            defaultValue = "false",
            description = "Lets the key travel unencrypted to a host other than this machine.")
    private @Nullable Boolean allowPlainHttp;

    @UriParam(
            label = "advanced",
            defaultValue = "4",
            description =
                    "Most requests waiting for the instance at once, over all users of the same key in this " + "JVM.")
    private @Nullable Integer maxConcurrentRequests;

    @UriParam(
            label = "advanced",
            defaultValue = "100",
            description = "Most requests in any minute, over all users of the same key in this JVM.")
    private @Nullable Integer requestsPerMinute;

    @UriParam(
            label = "advanced",
            defaultValue = "5",
            description =
                    "How often a request is tried when the instance throttles, is down, or the connection " + "breaks.")
    private @Nullable Integer attempts;

    @UriParam(label = "advanced", defaultValue = "10s", description = "Longest wait for a connection.")
    private @Nullable Duration connectTimeout;

    @UriParam(
            label = "advanced",
            defaultValue = "120s",
            description = "Longest wait for an answer to begin, and for its next bytes.")
    private @Nullable Duration answerTimeout;

    @UriParam(
            label = "advanced",
            defaultValue = "10m",
            description = "Longest time for one request with all its attempts and waits.")
    private @Nullable Duration totalTimeout;

    @UriParam(
            label = "advanced",
            defaultValue = "1h",
            description =
                    "Longest time that a Retry-After of an answer keeps requests of the same key in this JVM back; one that names"
                            + " more counts as this much.")
    private @Nullable Duration longestRetryAfter;

    @UriParam(label = "proxy", description = "HTTP proxy to go through, as host:port.")
    private @Nullable String proxy;

    @UriParam(label = "proxy", description = "User name at the proxy.")
    private @Nullable String proxyUser;

    @UriParam(label = "proxy,security", secret = true, description = "Password at the proxy.")
    private @Nullable String proxyPassword;

    @UriParam(
            label = "security",
            description = "Key store file with the certificates to trust instead of the JVM's own.")
    private @Nullable String trustStore;

    @UriParam(label = "security", secret = true, description = "Password of the trust store.")
    private @Nullable String trustStorePassword;

    @UriParam(
            label = "security",
            enums = "PKCS12,JKS",
            defaultValue = "PKCS12",
            description = "Format of the trust store file.")
    private @Nullable String trustStoreType;

    @UriParam(
            label = "advanced",
            defaultValue = "true",
            description = "Asks for compressed answers; about nine times fewer bytes.")
    private @Nullable Boolean gzip;

    ConnectionConfiguration() {}

    public @Nullable String getBaseUrl() {
        return baseUrl;
    }

    public void setBaseUrl(@Nullable String baseUrl) {
        this.baseUrl = baseUrl;
    }

    public @Nullable String getApiKey() {
        return apiKey;
    }

    public void setApiKey(@Nullable String apiKey) {
        this.apiKey = apiKey;
    }

    public @Nullable String getApiKeyFile() {
        return apiKeyFile;
    }

    public void setApiKeyFile(@Nullable String apiKeyFile) {
        this.apiKeyFile = apiKeyFile;
    }

    public @Nullable Boolean getAllowPlainHttp() {
        return allowPlainHttp;
    }

    public void setAllowPlainHttp(@Nullable Boolean allowPlainHttp) {
        this.allowPlainHttp = allowPlainHttp;
    }

    public @Nullable Integer getMaxConcurrentRequests() {
        return maxConcurrentRequests;
    }

    public void setMaxConcurrentRequests(@Nullable Integer maxConcurrentRequests) {
        this.maxConcurrentRequests = maxConcurrentRequests;
    }

    public @Nullable Integer getRequestsPerMinute() {
        return requestsPerMinute;
    }

    public void setRequestsPerMinute(@Nullable Integer requestsPerMinute) {
        this.requestsPerMinute = requestsPerMinute;
    }

    public @Nullable Integer getAttempts() {
        return attempts;
    }

    public void setAttempts(@Nullable Integer attempts) {
        this.attempts = attempts;
    }

    public @Nullable Duration getConnectTimeout() {
        return connectTimeout;
    }

    public void setConnectTimeout(@Nullable Duration connectTimeout) {
        this.connectTimeout = connectTimeout;
    }

    public @Nullable Duration getAnswerTimeout() {
        return answerTimeout;
    }

    public void setAnswerTimeout(@Nullable Duration answerTimeout) {
        this.answerTimeout = answerTimeout;
    }

    public @Nullable Duration getTotalTimeout() {
        return totalTimeout;
    }

    public void setTotalTimeout(@Nullable Duration totalTimeout) {
        this.totalTimeout = totalTimeout;
    }

    public @Nullable Duration getLongestRetryAfter() {
        return longestRetryAfter;
    }

    public void setLongestRetryAfter(@Nullable Duration longestRetryAfter) {
        this.longestRetryAfter = longestRetryAfter;
    }

    public @Nullable String getProxy() {
        return proxy;
    }

    public void setProxy(@Nullable String proxy) {
        this.proxy = proxy;
    }

    public @Nullable String getProxyUser() {
        return proxyUser;
    }

    public void setProxyUser(@Nullable String proxyUser) {
        this.proxyUser = proxyUser;
    }

    public @Nullable String getProxyPassword() {
        return proxyPassword;
    }

    public void setProxyPassword(@Nullable String proxyPassword) {
        this.proxyPassword = proxyPassword;
    }

    public @Nullable String getTrustStore() {
        return trustStore;
    }

    public void setTrustStore(@Nullable String trustStore) {
        this.trustStore = trustStore;
    }

    public @Nullable String getTrustStorePassword() {
        return trustStorePassword;
    }

    public void setTrustStorePassword(@Nullable String trustStorePassword) {
        this.trustStorePassword = trustStorePassword;
    }

    public @Nullable String getTrustStoreType() {
        return trustStoreType;
    }

    public void setTrustStoreType(@Nullable String trustStoreType) {
        this.trustStoreType = trustStoreType;
    }

    public @Nullable Boolean getGzip() {
        return gzip;
    }

    public void setGzip(@Nullable Boolean gzip) {
        this.gzip = gzip;
    }
}
