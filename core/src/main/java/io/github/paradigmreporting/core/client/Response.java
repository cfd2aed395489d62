package io.github.paradigmreporting.core.client;

import java.io.InputStream;
import java.util.Map;
import java.util.Optional;

/**
 * An answer whose body is still on the wire.
 *
 * @param status HTTP status
 * @param headers first value of each header; names compare without case
 * @param body the body; reading it may throw a {@link io.github.paradigmreporting.core.error.ReportingException}
 * @param abort drops the connection without reading the rest; quick, from any thread, may be called twice
 */
record Response(int status, Map<String, String> headers, InputStream body, Runnable abort) implements AutoCloseable {
    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    Response withBody(InputStream other) {
        return new Response(status, headers, other, abort);
    }

    @Override
    public void close() {
        abort.run();
    }
}
