package io.github.paradigmreporting.core.client;

import io.github.paradigmreporting.core.error.Redaction;
import java.net.URI;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * One GET on its way through the stack.
 *
 * @param report name of the report, for messages
 * @param uri the address; holds no secret
 * @param headers headers so far
 * @param attempt which attempt this is, from 1
 * @param deadline when all attempts must be done
 * @param cancellation the caller's wish to stop
 * @param listener told how it goes
 */
record Request(
        String report,
        URI uri,
        Map<String, String> headers,
        int attempt,
        Deadline deadline,
        Cancellation cancellation,
        ExchangeListener listener) {

    /** One that nobody listens to. */
    Request(
            String report,
            URI uri,
            Map<String, String> headers,
            int attempt,
            Deadline deadline,
            Cancellation cancellation) {
        this(report, uri, headers, attempt, deadline, cancellation, ExchangeListener.NONE);
    }

    Request with(String name, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(name, value);
        return new Request(report, uri, Collections.unmodifiableMap(more), attempt, deadline, cancellation, listener);
    }

    Request attempt(int number) {
        return new Request(report, uri, headers, number, deadline, cancellation, listener);
    }

    Request to(URI other) {
        return new Request(report, other, headers, attempt, deadline, cancellation, listener);
    }

    /** Report, address and attempt only: headers hold the key. */
    @Override
    public String toString() {
        return report + " (GET " + Redaction.quote(uri.toString()) + (attempt > 1 ? ", attempt " + attempt : "") + ")";
    }
}
