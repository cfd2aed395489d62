package io.github.paradigmreporting.simulator;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A request in the making: filled by the thread that answers it, read by anyone through {@link #asked}. */
final class JournalEntry {
    private final Request request;
    private final @Nullable Endpoint endpoint;
    private final Instant at;
    private final @Nullable String keyFingerprint;
    private final long began = System.nanoTime();
    private long number;
    private @Nullable LocalDate from;
    private @Nullable LocalDate to;
    private @Nullable Long company;
    private int status;
    private boolean gzip;
    private long bytes;
    private Asked.Outcome outcome = Asked.Outcome.OPEN;
    private long ended;
    private @Nullable String fault;

    JournalEntry(Request request, @Nullable Endpoint endpoint, Instant at, @Nullable String key) {
        this.request = request;
        this.endpoint = endpoint;
        this.at = at;
        this.keyFingerprint = key == null ? null : fingerprint(key);
    }

    synchronized void number(long newNumber) {
        number = newNumber;
    }

    synchronized void question(@Nullable LocalDate first, @Nullable LocalDate last, @Nullable Long onlyCompany) {
        from = first;
        to = last;
        company = onlyCompany;
    }

    synchronized void fault(String met) {
        fault = met;
    }

    synchronized void head(int newStatus, boolean compressed) {
        status = newStatus;
        gzip = compressed;
    }

    synchronized void end(Asked.Outcome how, long bodyBytes) {
        outcome = how;
        bytes = bodyBytes;
        ended = System.nanoTime();
    }

    synchronized boolean isOpen() {
        return outcome == Asked.Outcome.OPEN;
    }

    synchronized Asked asked() {
        return new Asked(
                number,
                request.method(),
                request.path(),
                request.query(),
                endpoint == null ? null : endpoint.segment(),
                from,
                to,
                company,
                at,
                keyFingerprint,
                status,
                gzip,
                bytes,
                outcome,
                Duration.ofNanos((isOpen() ? System.nanoTime() : ended) - began),
                fault);
    }

    static String fingerprint(String key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
