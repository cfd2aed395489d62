package io.github.paradigmreporting.jdbc.engine;

import io.github.paradigmreporting.jdbc.lean.Declined;
import java.util.function.Supplier;

/** What runs a tree of relations. */
enum Executor {
    /** Closures where they know everything in the tree, otherwise generated code. */
    FIRST_THAT_CAN {
        @Override
        CalcitePlan plan(Supplier<CalcitePlan> lean, Supplier<CalcitePlan> generated) {
            try {
                return lean.get();
            } catch (UnsupportedOperationException e) {
                return generated.get();
            }
        }
    },

    /** Closures, or {@link Declined}. */
    LEAN {
        @Override
        CalcitePlan plan(Supplier<CalcitePlan> lean, Supplier<CalcitePlan> generated) {
            try {
                return lean.get();
            } catch (UnsupportedOperationException e) {
                throw new Declined(String.valueOf(e.getMessage()));
            }
        }
    },

    /** Closures of the tree as it is, without any rewriting. */
    PLAIN {
        @Override
        CalcitePlan plan(Supplier<CalcitePlan> lean, Supplier<CalcitePlan> generated) {
            return LEAN.plan(lean, generated);
        }
    },

    /** Calcite's planner and generated code, whatever it costs. */
    GENERATED {
        @Override
        CalcitePlan plan(Supplier<CalcitePlan> lean, Supplier<CalcitePlan> generated) {
            return generated.get();
        }
    };

    abstract CalcitePlan plan(Supplier<CalcitePlan> lean, Supplier<CalcitePlan> generated);
}
