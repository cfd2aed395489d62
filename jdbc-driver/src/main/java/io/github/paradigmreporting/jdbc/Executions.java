package io.github.paradigmreporting.jdbc;

import io.github.paradigmreporting.jdbc.engine.Execution;
import io.github.paradigmreporting.jdbc.engine.PlannedQuery;
import io.github.paradigmreporting.jdbc.engine.RowCursor;
import io.github.paradigmreporting.jdbc.engine.SqlStates;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.calcite.avatica.AvaticaStatement;
import org.jspecify.annotations.Nullable;

/**
 * The executions of one statement, one after the other: the current one can be cancelled, its warnings are kept. Safe for
 * threads.
 */
final class Executions {
    private final ParadigmConnection connection;
    private final AvaticaStatement statement;
    private final Set<String> warnings = new LinkedHashSet<>();
    private final Set<String> cleared = new HashSet<>();
    private @Nullable Run run;
    private @Nullable Execution execution;
    private List<? extends @Nullable Object> parameters = List.of();
    private long maxRows;

    /** The executions of a statement, which the connection holds only while one of them runs. */
    Executions(ParadigmConnection connection, AvaticaStatement statement) {
        this.connection = connection;
        this.statement = statement;
        connection.opened(statement);
    }

    /** Starts to count the time of an execution; what the one before it still does is ended. */
    synchronized Run begin(int timeoutSeconds, long newMaxRows, List<? extends @Nullable Object> newParameters) {
        end();
        warnings.clear();
        cleared.clear();
        execution = null;
        maxRows = newMaxRows;
        parameters = newParameters;
        Run begun = new Run(timeoutSeconds, this::ended);
        run = begun;
        connection.statementMap.put(statement.handle.id, statement);
        return begun;
    }

    /** The values of the execution begun last, for a plan that was made for their types. */
    synchronized void give(List<? extends @Nullable Object> newParameters) {
        parameters = newParameters;
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
        opened(execution);
        try {
            RowCursor cursor = plan.execute(execution);
            return new CursorSupply(cursor, execution, current, maxRows);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError | LinkageError e) {
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

    /** Only what runs must be found by its handle, and ended with the connection, whether it is referenced or not. */
    private synchronized void ended(Run ending) {
        if (run == null || run == ending) {
            connection.statementMap.remove(statement.handle.id);
        }
    }

    private synchronized void opened(Execution begun) {
        execution = begun;
    }

    synchronized void warn(String text) {
        warnings.add(text);
    }

    /** The warnings so far; those about waits grow while rows are read. */
    synchronized @Nullable SQLWarning warnings() {
        SQLWarning first = null;
        for (String text : texts()) {
            SQLWarning warning = new SQLWarning(text, SqlStates.WARNING);
            if (first == null) {
                first = warning;
            } else {
                first.setNextWarning(warning);
            }
        }
        return first;
    }

    private Set<String> texts() {
        Set<String> texts = new LinkedHashSet<>(warnings);
        if (execution != null) {
            texts.addAll(execution.warnings());
        }
        texts.removeAll(cleared);
        return texts;
    }

    synchronized void clearWarnings() {
        cleared.addAll(texts());
    }
}
