package io.github.paradigmreporting.jdbc;

import io.github.paradigmreporting.jdbc.engine.SqlStates;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.List;
import org.apache.calcite.avatica.AvaticaStatement;
import org.apache.calcite.avatica.Meta;
import org.jspecify.annotations.Nullable;

/** A statement that is planned and run at once. For one thread; {@link #cancel()} may come from any. */
final class ParadigmStatement extends AvaticaStatement implements Executing {
    private final Executions executions;

    ParadigmStatement(ParadigmConnection connection, Meta.@Nullable StatementHandle handle, int holdability) {
        super(connection, handle, ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY, holdability);
        this.executions = new Executions(connection);
    }

    @Override
    public Executions executions() {
        return executions;
    }

    @Override
    protected void executeInternal(String sql) throws SQLException {
        Run run = executions.begin(getQueryTimeout(), getLargeMaxRows(), List.of());
        try {
            super.executeInternal(sql);
        } catch (SQLException | RuntimeException | StackOverflowError | LinkageError e) {
            run.close();
            throw SqlErrors.of(e, run);
        }
    }

    @Override
    public long executeLargeUpdate(String sql) throws SQLException {
        checkOpen();
        throw StatementFaults.update(connection, sql);
    }

    @Override
    @SuppressWarnings("UnsynchronizedOverridesSynchronized") // must not wait for the thread that executes
    public void cancel() throws SQLException {
        checkOpen();
        executions.cancel();
    }

    @Override
    protected void close_() {
        executions.cancel();
        executions.end();
        super.close_();
    }

    @Override
    protected void checkOpen() throws SQLException {
        if (closed) {
            throw ParadigmConnection.closed("statement");
        }
    }

    @Override
    public @Nullable SQLWarning getWarnings() throws SQLException {
        checkOpen();
        return executions.warnings();
    }

    @Override
    public void clearWarnings() throws SQLException {
        checkOpen();
        executions.clearWarnings();
    }

    @Override
    public void setEscapeProcessing(boolean enable) throws SQLException {
        checkOpen();
    }

    @Override
    public void setPoolable(boolean poolable) throws SQLException {
        checkOpen();
    }

    @Override
    public void setQueryTimeout(int seconds) throws SQLException {
        checkOpen();
        if (seconds < 0) {
            throw SqlStates.of(SqlStates.BAD_VALUE, "a timeout of " + seconds + " s makes no sense; 0 means none");
        }
        super.setQueryTimeout(Math.min(seconds, Integer.MAX_VALUE / 1000));
    }
}
