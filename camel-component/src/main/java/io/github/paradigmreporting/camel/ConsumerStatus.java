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
 * @param failure the last poll's error, null when it ended well
 * @param parkedUntil before when nothing is asked, null when free
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
        @Nullable Exception failure,
        @Nullable Instant parkedUntil,
        long messages,
        long newRows,
        long restatedRows,
        long removedRows) {

    static ConsumerStatus of(
            String report,
            @Nullable LocalDate watermark,
            LocalDate today,
            PollHistory history,
            @Nullable Instant parked) {
        return new ConsumerStatus(
                report,
                watermark,
                watermark == null ? null : ChronoUnit.DAYS.between(watermark, today),
                history.lastSuccess(),
                history.failures(),
                history.failure(),
                parked,
                history.messages(),
                history.rows(ChangeKind.NEW),
                history.rows(ChangeKind.RESTATED),
                history.rows(ChangeKind.VANISHED));
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
        put(details, "watermark", watermark == null ? null : watermark.toString());
        put(details, "daysBehind", daysBehind);
        put(details, "lastSuccess", lastSuccess == null ? null : lastSuccess.toString());
        put(details, "parkedUntil", parkedUntil == null ? null : parkedUntil.toString());
        put(details, "failure", failure == null ? null : failure.getMessage());
        return details;
    }

    private static void put(Map<String, Object> details, String name, @Nullable Object value) {
        if (value != null) {
            details.put(name, value);
        }
    }
}
