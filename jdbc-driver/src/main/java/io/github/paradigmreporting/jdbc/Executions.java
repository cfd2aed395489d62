package io.github.paradigmreporting.jdbc;

import io.github.paradigmreporting.jdbc.engine.Execution;
import io.github.paradigmreporting.jdbc.engine.PlannedQuery;
import io.github.paradigmreporting.jdbc.engine.RowCursor;
import io.github.paradigmreporting.jdbc.engine.SqlStates;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The executions of one statement, one after the other: the current one can be cancelled, its warnings are kept. Safe for
 * threads.
 */
final class Executions {
    private final ParadigmConnection connection;
    private @Nullable Run run;
    private @Nullable SQLWarning warnings;
    private List<? extends @Nullable Object> parameters = List.of();
    private long maxRows;

    Executions(ParadigmConnection connection) {
        this.connection = connection;
    }

    /** Starts to count the time of an execution; what the one before it still does is ended. */
    synchronized Run begin(int timeoutSeconds, long newMaxRows, List<? extends @Nullable Object> newParameters) {
        end();
        warnings = null;
        maxRows = newMaxRows;
        parameters = newParameters;
        Run begun = new Run(timeoutSeconds);
        run = begun;
        return begun;
    }

    /** Runs the planned query of the execution begun last. */
    RowSupply open(PlanSignature signature) throws SQLException {
        Run current;
        List<? extends @Nullable Object> values;
        synchronized (this) {
            current = run;
            values = parameters;
        }
        PlannedQuery plan = signature.plan();
        if (current == null || plan == null) {
            throw SqlStates.of(SqlStates.CLOSED, "the statement is not being executed");
        }
        Execution execution = connection.execution(current.cancellation(), values);
        try {
            RowCursor cursor = plan.execute(execution);
            execution.warnings().forEach(this::warn);
            return new CursorSupply(cursor, execution, current, maxRows);
        } catch (RuntimeException | StackOverflowError | LinkageError e) {
            execution.close();
            throw SqlErrors.of(e, current);
        }
    }

    /** Ends the current execution from any thread; nothing happens when there is none. */
    void cancel() {
        Run current;
        synchronized (this) {
            current = run;
        }
        if (current != null) {
            current.cancellation().cancel();
        }
    }

    synchronized void end() {
        Run current = run;
        run = null;
        if (current != null) {
            current.close();
        }
    }

    synchronized @Nullable Run current() {
        return run;
    }

    synchronized void warn(String text) {
        SQLWarning warning = new SQLWarning(text, SqlStates.WARNING);
        if (warnings == null) {
            warnings = warning;
        } else {
            warnings.setNextWarning(warning);
        }
    }

    synchronized @Nullable SQLWarning warnings() {
        return warnings;
    }

    synchronized void clearWarnings() {
        warnings = null;
    }
}
