package io.github.paradigmreporting.kafka;

import io.github.paradigmreporting.core.feed.Feed;
import io.github.paradigmreporting.core.feed.FeedState;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** How far one unit is: the feed's state of each company, and the offsets that say so. Not safe for threads. */
final class Positions {
    private final Map<Long, FeedState> states;
    /** Kept, because the records of the next slice carry it too. */
    private final Map<Long, Map<String, Object>> offsets = new HashMap<>();

    Positions(Map<Long, FeedState> stored) {
        this.states = new HashMap<>(stored);
    }

    Map<Long, FeedState> states() {
        return Map.copyOf(states);
    }

    boolean knows(long company) {
        return states.containsKey(company);
    }

    /** Takes over a state. */
    void move(long company, FeedState state) {
        if (!knows(company)) {
            offsets.remove(Feed.ALL_COMPANIES);
        }
        states.put(company, state);
        offsets.remove(company);
    }

    /** The offset of a company or of all, null when there is none yet. */
    @Nullable
    Map<String, Object> offset(long company) {
        FeedState state = states.get(company);
        if (state == null || company == Feed.ALL_COMPANIES) {
            return state == null ? null : directory();
        }
        return offsets.computeIfAbsent(company, any -> SourceOffset.ofState(company, state.encode()));
    }

    /** The offset that lists the companies known. */
    Map<String, Object> directory() {
        return offsets.computeIfAbsent(Feed.ALL_COMPANIES, any -> {
            TreeSet<Long> companies = new TreeSet<>(states.keySet());
            companies.remove(Feed.ALL_COMPANIES);
            FeedState all = states.get(Feed.ALL_COMPANIES);
            return SourceOffset.ofDirectory(companies, all == null ? null : all.encode());
        });
    }
}
