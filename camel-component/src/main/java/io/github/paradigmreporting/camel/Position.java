package io.github.paradigmreporting.camel;

import io.github.paradigmreporting.core.feed.Change;
import io.github.paradigmreporting.core.feed.FeedState;
import io.github.paradigmreporting.core.model.Row;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A step of the position: a slice is complete, or some rows further.
 *
 * @param companyId the company that moved on
 * @param state the company's state when the slice is complete, else null
 * @param told what was told of the slice when it is not complete, else empty
 * @param <R> the row type
 */
record Position<R extends Row>(long companyId, @Nullable FeedState state, List<Change<R>> told) {
    static <R extends Row> Position<R> after(long companyId, FeedState state) {
        return new Position<>(companyId, state, List.of());
    }

    static <R extends Row> Position<R> within(long companyId, List<Change<R>> told) {
        return new Position<>(companyId, null, List.copyOf(told));
    }
}
