package io.github.paradigmreporting.camel;

import io.github.paradigmreporting.core.feed.FeedState;
import org.jspecify.annotations.Nullable;

/**
 * A step of the position: a slice is complete, or one row further.
 *
 * @param slice the company and day that moved on
 * @param state the company's state when the slice is complete, else null: it holds back until then
 * @param sent what was sent of the slice when it is not complete, else null
 */
record Position(
        SliceKey slice, @Nullable FeedState state, @Nullable SentSlice sent) {
    static Position after(SliceKey slice, FeedState state) {
        return new Position(slice, state, null);
    }

    static Position within(SliceKey slice, SentSlice sent) {
        return new Position(slice, null, sent);
    }
}
