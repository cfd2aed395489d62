package io.github.paradigmreporting.core.client;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** All that a client was told, checked. Immutable; prints no secret. */
record ClientConfig(
        BaseUrl baseUrl,
        ApiKey apiKey,
        String userAgent,
        Duration connectTimeout,
        Duration answerTimeout,
        Duration totalTimeout,
        Duration longestRetryAfter,
        @Nullable Proxy proxy,
        @Nullable StoreFile trustStore,
        @Nullable StoreFile keyStore,
        @Nullable SSLContext sslContext,
        boolean gzip,
        int maxConcurrentRequests,
        int requestsPerMinute,
        int attempts,
        int windowDays,
        int longestWindowDays) {

    /** An HTTP proxy with an optional user. */
    record Proxy(
            InetSocketAddress address,
            @Nullable String user,
            @Nullable String password) {
        @Override
        public String toString() {
            return address.toString();
        }
    }

    /** A file of certificates, or of a certificate with its key. */
    record StoreFile(Path file, @Nullable String password, String type) {
        @Override
        public String toString() {
            return file.toString();
        }
    }
}
