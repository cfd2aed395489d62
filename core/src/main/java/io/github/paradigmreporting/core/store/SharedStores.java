package io.github.paradigmreporting.core.store;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The stores of a JVM, one per address and key, and a limit to what they keep together: whatever was used least recently
 * makes room, a store as a whole before the next one. A store without days is a few words, so none is ever removed.
 */
final class SharedStores {
    private final Map<String, DayStore> stores = new ConcurrentHashMap<>();
    private final AtomicLong uses = new AtomicLong();
    private final long mostBytes;

    /**
     * Stores.
     *
     * @param mostBytes most memory that all may take together
     */
    SharedStores(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    DayStore of(String identity, InstantSource clock, StoreOptions options) {
        StoreOptions affordable = options.atMost(mostBytes);
        DayStore store = stores.computeIfAbsent(identity, any -> new DayStore(identity, clock, this));
        store.options(affordable);
        return store;
    }

    /** A number that grows from use to use. */
    long nextUse() {
        return uses.incrementAndGet();
    }

    /** Makes room. Called by a store that has grown, without its lock. */
    void balance() {
        long excess = bytes() - mostBytes;
        if (excess <= 0) {
            return;
        }
        List<DayStore> byLastUse = new ArrayList<>(stores.values());
        byLastUse.sort(Comparator.comparingLong(DayStore::lastUse));
        for (DayStore store : byLastUse) {
            if (excess > 0) {
                excess -= store.giveUp(excess);
            }
        }
    }

    private long bytes() {
        return stores.values().stream().mapToLong(DayStore::bytes).sum();
    }
}
