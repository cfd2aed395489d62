package io.github.paradigmreporting.jdbc;

import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.List;
import org.apache.calcite.avatica.Meta;
import org.jspecify.annotations.Nullable;

/** A statement that is planned and run at once. For one thread; {@link #cancel()} may come from any. */
final class ParadigmStatement extends PlainStatement implements Executing {
    private final Executions executions;

    ParadigmStatement(ParadigmConnection connection, Meta.@Nullable StatementHandle handle, int holdability) {
        super(connection, handle, holdability);
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
    public @Nullable SQLWarning getWarnings() throws SQLException {
        checkOpen();
        return executions.warnings();
    }

    @Override
    public void clearWarnings() throws SQLException {
        checkOpen();
        executions.clearWarnings();
    }
}
