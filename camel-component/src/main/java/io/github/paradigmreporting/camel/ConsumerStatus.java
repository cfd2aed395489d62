package io.github.paradigmreporting.camel;

import io.github.paradigmreporting.core.feed.ChangeKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a consumer stands, for people and monitoring; holds no key. A snapshot.
 *
 * @param report name of the report
 * @param watermark the newest day that is settled for every company, null at first
 * @param daysBehind days from the watermark to today, null at first
 * @param lastSuccess when a poll last ended well, null at first
 * @param failures polls that failed since
 * @param failure the last poll's error, else why the position could not be saved, null when all is well
 * @param parkedUntil before when nothing is requested, null when free
 * @param pollingSince when the poll that is running began, null when none is
 * @param inFlight messages that were sent and are not done
 * @param messages messages sent by polls that ended well
 * @param newRows rows sent as new since the consumer was made
 * @param restatedRows rows sent as restated
 * @param removedRows rows sent as removed
 */
record ConsumerStatus(
        String report,
        @Nullable LocalDate watermark,
        @Nullable Long daysBehind,
        @Nullable Instant lastSuccess,
        int failures,
        @Nullable Throwable failure,
        @Nullable Instant parkedUntil,
        @Nullable Instant pollingSince,
        int inFlight,
        long messages,
        long newRows,
        long restatedRows,
        long removedRows) {

    static ConsumerStatus of(
            String report,
            @Nullable LocalDate watermark,
            LocalDate today,
            PollHistory history,
            @Nullable Throwable unsaved,
            @Nullable Instant parked,
            @Nullable Instant pollingSince,
            int inFlight) {
        return new ConsumerStatus(
                report,
                watermark,
                watermark == null ? null : ChronoUnit.DAYS.between(watermark, today),
                history.lastSuccess(),
                history.failures(),
                history.failure() == null ? unsaved : history.failure(),
                parked,
                pollingSince,
                inFlight,
                history.messages(),
                history.rows(ChangeKind.NEW),
                history.rows(ChangeKind.RESTATED),
                history.rows(ChangeKind.VANISHED));
    }

    /** Record key of the message that the last poll stopped at, null when it stopped at none. */
    @Nullable
    String stoppedAt() {
        return failure instanceof StoppedAtMessageException stopped ? stopped.message() : null;
    }

    /** What is known, as texts and numbers. */
    Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("report", report);
        details.put("messages", messages);
        details.put("newRows", newRows);
        details.put("restatedRows", restatedRows);
        details.put("removedRows", removedRows);
        details.put("failures", failures);
        details.put("inFlight", inFlight);
        put(details, "stoppedAt", stoppedAt());
        put(details, "pollingSince", pollingSince == null ? null : pollingSince.toString());
        put(details, "watermark", watermark == null ? null : watermark.toString());
        put(details, "daysBehind", daysBehind);
        put(details, "lastSuccess", lastSuccess == null ? null : lastSuccess.toString());
        put(details, "parkedUntil", parkedUntil == null ? null : parkedUntil.toString());
        put(details, "failure", failure == null ? null : text(failure));
        return details;
    }

    /** What a failure says; an Error often says nothing but what it is. */
    static String text(Throwable failure) {
        return failure instanceof Exception && failure.getMessage() != null ? failure.getMessage() : failure.toString();
    }

    private static void put(Map<String, Object> details, String name, @Nullable Object value) {
        if (value != null) {
            details.put(name, value);
        }
    }
}
