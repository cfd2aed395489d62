package io.github.paradigmreporting.camel;

import io.github.paradigmreporting.core.feed.Change;
import io.github.paradigmreporting.core.feed.FeedState;
import io.github.paradigmreporting.core.model.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Steps of the position, of which only what still counts is kept: the last state of each company, and what was told of it
 * after that. Not safe for threads.
 *
 * @param states by company
 * @param told what was told of slices that are not complete, by company
 * @param lastRound the last round that has ended, 0 for none
 * @param <R> the row type
 */
record Steps<R extends Row>(Map<Long, FeedState> states, Map<Long, List<Change<R>>> told, AtomicLong lastRound) {
    Steps() {
        this(new TreeMap<>(), new HashMap<>(), new AtomicLong());
    }

    /** The last round that has ended, 0 for none. */
    long round() {
        return lastRound.get();
    }

    void add(Position<R> position) {
        FeedState state = position.state();
        if (position.round() > 0) {
            lastRound.set(position.round());
        } else if (state == null) {
            told.computeIfAbsent(position.companyId(), id -> new ArrayList<>()).addAll(position.told());
        } else {
            told.remove(position.companyId());
            states.put(position.companyId(), state);
        }
    }

    boolean isEmpty() {
        return states.isEmpty() && told.isEmpty() && round() == 0;
    }

    void clear() {
        states.clear();
        told.clear();
        lastRound.set(0);
    }
}
