package io.github.paradigmreporting.jdbc.engine;

import io.github.paradigmreporting.core.error.CancelledException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.calcite.util.CancelFlag;

/**
 * The wish to stop planning, for the thread that plans. Calcite looks for it between rewritings only; so that it ends within a
 * rewriting, too, all that Calcite calls of ours while it works looks for it as well. Thread-safe.
 */
final class Stop {
    private final AtomicBoolean wished = new AtomicBoolean();

    void wish() {
        wished.set(true);
    }

    boolean isWished() {
        return wished.get();
    }

    /** As Calcite knows it. */
    CancelFlag flag() {
        return new CancelFlag(wished);
    }

    /** Fails when planning is to stop; cheap. */
    void check() {
        if (wished.get()) {
            throw new CancelledException("planning was cancelled");
        }
    }
}
