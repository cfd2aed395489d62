package io.github.paradigmreporting.core.store;

import io.github.paradigmreporting.core.client.Window;
import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.report.Grain;
import io.github.paradigmreporting.core.report.Report;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Slots in the order of their last use, never more bytes than allowed. Not safe for threads; the store locks. */
final class Shelf {
    private final Map<Slot, Stored<?>> byLastUse = new LinkedHashMap<>();
    private long bytes;

    @SuppressWarnings("unchecked") // A slot names its report, and put() took only that report's rows.
    <R extends Row> @Nullable Stored<R> look(Slot slot) {
        return (Stored<R>) byLastUse.get(slot);
    }

    /** What is kept and may be served of the first days, without a gap, of at most so many. */
    <R extends Row> List<Stored<R>> fresh(
            Report<R> report, @Nullable Long scope, Window left, int most, StoreOptions options, Instant now) {
        if (report.grain() == Grain.WINDOW) {
            Stored<R> stored = fresh(report, scope, left, options, now);
            return stored == null ? List.of() : List.of(stored);
        }
        List<Stored<R>> run = new ArrayList<>();
        for (LocalDate day = left.from(); !day.isAfter(left.to()) && run.size() < most; day = day.plusDays(1)) {
            Stored<R> stored = fresh(report, scope, new Window(day, day), options, now);
            if (stored == null) {
                break;
            }
            run.add(stored);
        }
        return run;
    }

    /** What is kept and may be served of a day or a window; of all companies before that of one. */
    <R extends Row> @Nullable Stored<R> fresh(
            Report<R> report, @Nullable Long scope, Window days, StoreOptions options, Instant now) {
        Stored<R> ofAll = look(new Slot(report, null, days));
        if (ofAll != null && ofAll.fresh(options, now)) {
            return ofAll;
        }
        Stored<R> ofOne = scope == null ? null : look(new Slot(report, scope, days));
        return ofOne != null && ofOne.fresh(options, now) ? ofOne : null;
    }

    void used(Stored<?> stored) {
        if (byLastUse.remove(stored.slot(), stored)) {
            byLastUse.put(stored.slot(), stored);
        }
    }

    /** Keeps rows unless newer ones of the same slot are there or they are larger than all that is allowed. */
    void put(Stored<?> stored, long maxBytes) {
        Stored<?> known = byLastUse.get(stored.slot());
        if (known != null) {
            if (known.askedAt().isAfter(stored.askedAt())) {
                return;
            }
            byLastUse.remove(stored.slot());
            bytes -= known.bytes();
        }
        if (stored.bytes() <= maxBytes) {
            byLastUse.put(stored.slot(), stored);
            bytes += stored.bytes();
            shrink(maxBytes);
        }
    }

    /** The same, but drops nothing for it. */
    void putWhereThereIsRoom(Stored<?> stored, long maxBytes) {
        if (bytes + stored.bytes() <= maxBytes) {
            put(stored, maxBytes);
        }
    }

    /** Drops what was not used for longest until the rest fits. */
    void shrink(long maxBytes) {
        Iterator<Stored<?>> eldest = byLastUse.values().iterator();
        while (bytes > maxBytes && eldest.hasNext()) {
            bytes -= eldest.next().bytes();
            eldest.remove();
        }
    }

    long bytes() {
        return bytes;
    }

    List<Stored<?>> all() {
        return new ArrayList<>(byLastUse.values());
    }

    void clear() {
        byLastUse.clear();
        bytes = 0;
    }
}
