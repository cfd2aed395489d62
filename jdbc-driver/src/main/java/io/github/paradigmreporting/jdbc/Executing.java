package io.github.paradigmreporting.jdbc;

/** A statement of this driver, plain or prepared. */
interface Executing {
    /** Its executions. */
    Executions executions();
}
