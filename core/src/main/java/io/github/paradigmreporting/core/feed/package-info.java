/**
 * What the streaming adapters share: which days to ask for, and which rows of the answer are new, restated or vanished.
 *
 * <p>The caller keeps one {@link io.github.paradigmreporting.core.feed.FeedState} per company (and one for {@link
 * io.github.paradigmreporting.core.feed.Feed#ALL_COMPANIES}), hands all of them to {@code Feed.begin}, and saves the state
 * of each {@link io.github.paradigmreporting.core.feed.SliceDelta} together with its changes. Whatever happens between two
 * saves, a new pass from the saved states goes on from there and repeats nothing that was saved.
 */
@NullMarked
package io.github.paradigmreporting.core.feed;

import org.jspecify.annotations.NullMarked;
