package io.github.paradigmreporting.camel;

import io.github.paradigmreporting.core.feed.Change;
import io.github.paradigmreporting.core.feed.Feed;
import io.github.paradigmreporting.core.feed.FeedState;
import io.github.paradigmreporting.core.model.Row;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A step of the position: a slice is complete, or some rows further; or a round of revisions has ended.
 *
 * @param companyId the company that moved on
 * @param state the company's state when the slice is complete, else null
 * @param told what was told of the slice when it is not complete, else empty
 * @param round the number of the round that has ended, else 0
 * @param <R> the row type
 */
record Position<R extends Row>(long companyId, @Nullable FeedState state, List<Change<R>> told, long round) {
    static <R extends Row> Position<R> after(long companyId, FeedState state) {
        return new Position<>(companyId, state, List.of(), 0);
    }

    static <R extends Row> Position<R> within(long companyId, List<Change<R>> told) {
        return new Position<>(companyId, null, List.copyOf(told), 0);
    }

    static <R extends Row> Position<R> afterRound(long round) {
        return new Position<>(Feed.ALL_COMPANIES, null, List.of(), round);
    }
}
