package io.github.paradigmreporting.camel;

import io.github.paradigmreporting.core.feed.Change;
import io.github.paradigmreporting.core.feed.ChangeKind;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a consumer's polls ended. Safe for threads. */
final class PollHistory {
    private final Clock clock;
    private @Nullable Instant lastSuccess;
    private @Nullable Throwable failure;
    private int failures;
    private boolean progressing;
    private long messages;
    private final Map<ChangeKind, Long> rows = new EnumMap<>(ChangeKind.class);

    PollHistory(Clock clock) {
        this.clock = clock;
    }

    /** A poll ended well. */
    synchronized void succeeded(int sent) {
        lastSuccess = clock.instant();
        failure = null;
        failures = 0;
        messages += sent;
    }

    /** The poll that is running has read and sent something. */
    synchronized void progressed() {
        progressing = true;
    }

    /** Whether something was read and sent since a poll failed. */
    synchronized boolean isProgressing() {
        return progressing;
    }

    /** A message went out. */
    synchronized void sent(List<? extends Change<?>> changes) {
        changes.forEach(change -> rows.merge(change.kind(), 1L, Long::sum));
    }

    /** Rows sent since the consumer was made, done or not. */
    synchronized long rows(ChangeKind kind) {
        return rows.getOrDefault(kind, 0L);
    }

    /** A poll ended with an error, or a message of it failed later. */
    synchronized void failed(Throwable error) {
        progressing = false;
        failure = error;
        failures++;
    }

    synchronized @Nullable Instant lastSuccess() {
        return lastSuccess;
    }

    /** The error of the last poll, null when it ended well or there was none. */
    synchronized @Nullable Throwable failure() {
        return failure;
    }

    /** Polls that failed since one succeeded. */
    synchronized int failures() {
        return failures;
    }

    /** Messages of all polls that ended well. */
    synchronized long messages() {
        return messages;
    }
}
