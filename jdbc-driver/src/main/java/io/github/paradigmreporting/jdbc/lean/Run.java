package io.github.paradigmreporting.jdbc.lean;

import org.apache.calcite.DataContext;

/** One run of a query, as closures see it. */
public interface Run {
    /**
     * Parameters and the time.
     *
     * @return as generated code would see them
     */
    DataContext context();

    /** Fails when the run is to stop; cheap. */
    void check();
}
