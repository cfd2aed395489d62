package io.github.paradigmreporting.core.feed;

import io.github.paradigmreporting.core.model.Row;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Changes of one company's day, with the state after them.
 *
 * <p>A slice of more than {@link Feed#MOST_CHANGES} changes comes in several parts, one directly after the other. Only the
 * last part is {@code complete} and carries the advanced state; the others carry the state before the slice, so that
 * saving any of them loses nothing: the slice is then replayed whole. A consumer that stops between them and keeps what it
 * was told saves {@link FeedState#partly} instead.
 *
 * <p>{@code changes} is empty when only the state moved: days without rows or without changes were read and are settled
 * now. Such a step may belong to {@link Feed#ALL_COMPANIES}, and is to be saved like any other.
 *
 * @param companyId the company, or {@link Feed#ALL_COMPANIES}
 * @param day the day; null for reports that do not count by day, and for a step without changes
 * @param changes what changed, each key at most once
 * @param state what to save once the changes are safe
 * @param complete whether the slice ends here
 * @param <R> the row type
 */
public record SliceDelta<R extends Row>(
        long companyId, @Nullable LocalDate day, List<Change<R>> changes, FeedState state, boolean complete) {
    /** Copies the changes. */
    public SliceDelta {
        changes = List.copyOf(changes);
    }
}
