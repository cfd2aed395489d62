package io.github.paradigmreporting.jdbc;

import io.github.paradigmreporting.jdbc.engine.CursorColumn;
import io.github.paradigmreporting.jdbc.engine.Execution;
import io.github.paradigmreporting.jdbc.engine.RowCursor;
import io.github.paradigmreporting.jdbc.engine.WarmUp;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Rows of an execution, no more than the statement's maximum. Closing ends the execution; it may come from any thread. */
final class CursorSupply implements RowSupply {
    private final RowCursor cursor;
    private final Execution execution;
    private final Run run;
    private long left;
    private volatile boolean answered;

    /** A supply; 0 rows at most means no limit. */
    CursorSupply(RowCursor cursor, Execution execution, Run run, long maxRows) {
        this.cursor = cursor;
        this.execution = execution;
        this.run = run;
        this.left = maxRows == 0 ? Long.MAX_VALUE : maxRows;
    }

    @Override
    public boolean next() {
        execution.check();
        boolean more = left > 0 && cursor.next();
        if (!answered) {
            // Once: a volatile write for each row would cost more than the row.
            answered = true;
        }
        left--;
        return more;
    }

    @Override
    public CursorColumn column(int index) {
        return cursor.column(index);
    }

    @Override
    public @Nullable Object[] row() {
        return cursor.row();
    }

    @Override
    public SQLException translated(Throwable thrown) {
        return SqlErrors.of(thrown, run);
    }

    @Override
    public void close() {
        run.close();
        try {
            cursor.close();
        } finally {
            execution.close();
        }
        if (answered) {
            WarmUp.answered();
        }
    }
}
