/**
 * What the streaming adapters share: which days to ask for, and which rows of the answer are new, restated or vanished.
 *
 * <p>The caller keeps one {@link io.github.paradigmreporting.core.feed.FeedState} per company (and one for {@link
 * io.github.paradigmreporting.core.feed.Feed#ALL_COMPANIES}), hands all of them to {@code Feed.begin}, and saves the state
 * of each {@link io.github.paradigmreporting.core.feed.SliceDelta} together with its changes, in the order given. Whatever
 * happens between two saves, a new pass from the saved states goes on from there and repeats nothing that was saved.
 *
 * <p>A consumer that cannot save changes and state in one step saves the state after the changes, and may then see a slice
 * again. One thing cannot be mended that way: a row that was given, whose state was not saved, and that vanishes before the
 * next pass. Nobody remembers that it was given, so that nobody says that it vanished.
 */
@NullMarked
package io.github.paradigmreporting.core.feed;

import org.jspecify.annotations.NullMarked;
