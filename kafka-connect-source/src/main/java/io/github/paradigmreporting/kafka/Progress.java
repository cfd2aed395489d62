package io.github.paradigmreporting.kafka;

import java.time.Instant;
import java.time.LocalDate;
import org.apache.kafka.connect.data.Struct;
import org.jspecify.annotations.Nullable;

/**
 * One step of the connector, as its progress record tells it.
 *
 * @param event what happened
 * @param company the company, or null when the step is about all
 * @param day the day compared, or null when the step is about none
 * @param newRows rows sent for the first time
 * @param restatedRows rows sent again
 * @param vanishedRows rows gone
 * @param finalThrough last settled day, or null when none is
 * @param observed when the instance was asked
 */
record Progress(
        Event event,
        @Nullable Long company,
        @Nullable LocalDate day,
        long newRows,
        long restatedRows,
        long vanishedRows,
        @Nullable LocalDate finalThrough,
        Instant observed) {

    /** What happened. */
    enum Event {
        /** A company's day was compared, or days without changes have settled. */
        SLICE,
        /** A company was seen for the first time. */
        COMPANY_FOUND,
        /** Rows were dropped before they reached Kafka; the position is taken back. */
        ROWS_DROPPED;

        /** As the record says it. */
        String text() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** The value of the record. */
    Struct value(String instance, String report) {
        return new Struct(ProgressSchema.VALUE)
                .put(ProgressSchema.EVENT, event.text())
                .put(ProgressSchema.INSTANCE, instance)
                .put(ProgressSchema.REPORT, report)
                .put(ProgressSchema.COMPANY, company)
                .put(ProgressSchema.DAY, day == null ? null : LogicalTypes.date(day))
                .put(ProgressSchema.NEW_ROWS, newRows)
                .put(ProgressSchema.RESTATED_ROWS, restatedRows)
                .put(ProgressSchema.VANISHED_ROWS, vanishedRows)
                .put(ProgressSchema.FINAL_THROUGH, finalThrough == null ? null : LogicalTypes.date(finalThrough))
                .put(ProgressSchema.OBSERVED_AT, LogicalTypes.timestamp(observed));
    }
}
