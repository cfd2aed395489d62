package io.github.paradigmreporting.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One request as the simulator saw it.
 *
 * @param number 1 for the first request of this simulator
 * @param method the method
 * @param path the path
 * @param query the query as sent; empty when there was none
 * @param endpoint the API's path segment such as {@code chat-sessions}, or null for any other path
 * @param from first day asked for, or null when it was missing or malformed
 * @param to last day asked for, today by default; null when {@code from} is
 * @param company the company asked for, or null
 * @param at when it was asked, by the simulator's clock
 * @param keyFingerprint the first 8 hex digits of the SHA-256 of the key, or null when none was sent
 * @param status the status answered; 0 while there is none
 * @param gzip whether the answer was compressed
 * @param bytes bytes of the body that were sent, after compression
 * @param outcome how it ended
 * @param took real time from the request's arrival to the answer's end, so far
 * @param fault the fault it met, as its {@code toString} spells it, or null
 */
public record Asked(
        long number,
        String method,
        String path,
        String query,
        @Nullable String endpoint,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Long company,
        Instant at,
        @Nullable String keyFingerprint,
        int status,
        boolean gzip,
        long bytes,
        Outcome outcome,
        Duration took,
        @Nullable String fault) {

    /** How a request ended. */
    public enum Outcome {
        /** It has not ended. */
        OPEN,
        /** It was answered whole, whatever the status. */
        ANSWERED,
        /** A fault broke the answer off. */
        BROKEN_OFF,
        /** The client hung up before the answer's end. */
        CANCELLED
    }
}
