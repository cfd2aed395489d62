package io.github.paradigmreporting.jdbc.lean;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.apache.calcite.DataContext;
import org.jspecify.annotations.Nullable;

/** One run of a query, as closures see it. Not thread-safe. */
public abstract class Run {
    private final IdentityHashMap<Dependent, Supplier<List<@Nullable Object[]>>> subQueries = new IdentityHashMap<>();
    private @Nullable Object[] slots = new Object[4];

    /** A run that has only begun. */
    protected Run() {}

    /**
     * Parameters and the time.
     *
     * @return as generated code would see them
     */
    public abstract DataContext context();

    /**
     * What counts the rows that operators hold back.
     *
     * @return the same for all operators of the run
     */
    public abstract Memory memory();

    /** Fails when the run is to stop; cheap. */
    public abstract void check();

    /** Puts something where other operators of the plan find it: the row that a correlation variable stands for now. */
    final void set(int slot, Object value) {
        if (slot >= slots.length) {
            slots = Arrays.copyOf(slots, slot * 2);
        }
        slots[slot] = value;
    }

    /** What was put into a slot last. */
    final Object get(int slot) {
        return Objects.requireNonNull(slots[slot]);
    }

    /** What was put into a slot last, as a row. */
    final @Nullable Object[] row(int slot) {
        return (Object[]) get(slot);
    }

    /** The rows of a sub-query, for the rows that are in the slots now. */
    final List<@Nullable Object[]> rows(Dependent subQuery) {
        return subQueries
                .computeIfAbsent(subQuery, unbound -> unbound.bind(this))
                .get();
    }
}
