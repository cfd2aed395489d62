package io.github.paradigmreporting.camel;

import io.github.paradigmreporting.core.settings.DayExpression;
import java.time.Instant;
import java.time.LocalDate;
import org.apache.camel.Endpoint;
import org.apache.camel.Processor;
import org.apache.camel.api.management.ManagedAttribute;
import org.apache.camel.api.management.ManagedOperation;
import org.apache.camel.support.ScheduledBatchPollingConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What JMX shows and offers of a consumer, beside what Camel shows of every scheduled one: where it stands, and a way to
 * have rows sent again. Holds no key. Safe for threads.
 */
public abstract class ManagedReportConsumer extends ScheduledBatchPollingConsumer {
    ManagedReportConsumer(Endpoint endpoint, Processor processor) {
        super(endpoint, processor);
    }

    /** Where this consumer stands. */
    abstract ConsumerStatus status();

    /** Ends a wait that the instance demanded; what will happen, in a sentence. */
    abstract String endWait();

    /** Goes back before a day; what will happen, in a sentence. */
    abstract String sendAgain(DayExpression from);

    @ManagedAttribute(description = "Name of the report")
    public String getReport() {
        return status().report();
    }

    @ManagedAttribute(description = "Newest day that is settled for every company")
    public @Nullable String getWatermark() {
        LocalDate watermark = status().watermark();
        return watermark == null ? null : watermark.toString();
    }

    @ManagedAttribute(description = "Days from the watermark to today")
    public @Nullable Long getDaysBehind() {
        return status().daysBehind();
    }

    @ManagedAttribute(description = "Time before which the instance does not want to be asked")
    public @Nullable String getRetryAt() {
        return text(status().parkedUntil());
    }

    @ManagedAttribute(description = "When a poll last ended well")
    public @Nullable String getLastSuccess() {
        return text(status().lastSuccess());
    }

    @ManagedAttribute(description = "Polls that failed since one ended well")
    public int getFailedPolls() {
        return status().failures();
    }

    @ManagedAttribute(description = "Why the last poll failed")
    public @Nullable String getFailure() {
        Throwable failure = status().failure();
        return failure == null ? null : ConsumerStatus.text(failure);
    }

    @ManagedAttribute(description = "Record key of the message that the last poll stopped at")
    public @Nullable String getStoppedAt() {
        return status().stoppedAt();
    }

    @ManagedAttribute(description = "Messages sent and not done")
    public int getMessagesInFlight() {
        return status().inFlight();
    }

    @ManagedAttribute(description = "When the poll that is running began")
    public @Nullable String getPollingSince() {
        return text(status().pollingSince());
    }

    @ManagedAttribute(description = "Rows sent as new since the consumer was made")
    public long getNewRows() {
        return status().newRows();
    }

    @ManagedAttribute(description = "Rows sent as restated since the consumer was made")
    public long getRestatedRows() {
        return status().restatedRows();
    }

    @ManagedAttribute(description = "Rows sent as removed since the consumer was made")
    public long getRemovedRows() {
        return status().removedRows();
    }

    /**
     * Sends rows again, without any file to be deleted.
     *
     * @param from first day to send again: a date, or a period back from today such as -P7D; a date before all rows for
     *     everything
     * @return what will happen
     * @throws IllegalArgumentException when it is no day
     */
    @ManagedOperation(description = "Sends again, as new, every row from a day on (a date, or such as -P7D)")
    public String resetPosition(String from) {
        return sendAgain(DayExpression.parse(from));
    }

    /**
     * Ends a wait that the instance demanded, for all consumers and producers of the same address and key in this JVM.
     *
     * @return what will happen
     */
    @ManagedOperation(description = "Ends a wait that the instance demanded; the next poll requests at once")
    public String endRetryWait() {
        return endWait();
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
