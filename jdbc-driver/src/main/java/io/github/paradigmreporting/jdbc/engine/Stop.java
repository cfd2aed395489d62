package io.github.paradigmreporting.jdbc.engine;

import io.github.paradigmreporting.core.error.CancelledException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.calcite.util.CancelFlag;

/**
 * The request to stop planning, for the thread that plans. Calcite checks it only between rule applications; the driver's own
 * classes that Calcite calls check it as well, so that planning also ends within a rule. Thread-safe.
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
