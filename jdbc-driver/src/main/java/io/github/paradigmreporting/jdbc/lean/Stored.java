package io.github.paradigmreporting.jdbc.lean;

import java.util.Iterator;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Rows that are made when the first is asked for, and then held. */
final class Stored implements RowStream {
    private final Supplier<? extends Iterator<@Nullable Object[]>> made;
    private @Nullable Iterator<@Nullable Object[]> rows;

    Stored(Supplier<? extends Iterator<@Nullable Object[]>> made) {
        this.made = made;
    }

    @Override
    public @Nullable Object @Nullable [] next() {
        Iterator<@Nullable Object[]> held = rows;
        if (held == null) {
            held = made.get();
            rows = held;
        }
        return held.hasNext() ? held.next() : null;
    }
}
