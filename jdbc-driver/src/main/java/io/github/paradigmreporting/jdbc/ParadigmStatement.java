package io.github.paradigmreporting.jdbc;

import io.github.paradigmreporting.jdbc.dialect.SessionStatement;
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
        this.executions = new Executions(connection, this);
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
        } catch (SQLException | RuntimeException | StackOverflowError | OutOfMemoryError | LinkageError e) {
            run.close();
            throw SqlErrors.of(e, run);
        }
    }

    @Override
    public boolean execute(String sql) throws SQLException {
        return !ofSession(sql) && super.execute(sql);
    }

    /** Whether a statement is about transactions or the session, which the driver has neither of; it does nothing. */
    private boolean ofSession(String sql) throws SQLException {
        SessionStatement statement = SessionStatement.of(sql);
        if (statement == null) {
            return false;
        }
        checkOpen();
        if (statement.schema() != null) {
            connection.setSchema(statement.schema());
        }
        if (statement.warning() != null) {
            executions.warn(statement.warning());
        }
        if (openResultSet != null) {
            openResultSet.close();
            openResultSet = null;
        }
        updateCount = 0;
        return true;
    }

    @Override
    public long executeLargeUpdate(String sql) throws SQLException {
        checkOpen();
        if (ofSession(sql)) {
            return 0;
        }
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
