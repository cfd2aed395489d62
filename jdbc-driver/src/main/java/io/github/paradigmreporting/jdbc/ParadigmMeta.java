package io.github.paradigmreporting.jdbc;

import io.github.paradigmreporting.core.client.Cancellation;
import io.github.paradigmreporting.jdbc.table.SqlTables;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import org.apache.calcite.avatica.AvaticaStatement;
import org.apache.calcite.avatica.Meta;
import org.apache.calcite.avatica.MetaImpl;
import org.apache.calcite.avatica.NoSuchStatementException;
import org.apache.calcite.avatica.QueryState;
import org.apache.calcite.avatica.remote.TypedValue;
import org.jspecify.annotations.Nullable;

/** What Avatica asks of us: to prepare and to run statements. The engine is loaded by the first of them. */
final class ParadigmMeta extends MetaImpl {
    ParadigmMeta(ParadigmConnection connection) {
        super(connection);
        connProps.setAutoCommit(true);
        connProps.setReadOnly(true);
        connProps.setTransactionIsolation(java.sql.Connection.TRANSACTION_NONE);
        connProps.setSchema(SqlTables.SCHEMA);
    }

    private PlanSignature planned(String sql, Cancellation cancellation) {
        try {
            return PlanSignature.of(
                    sql, ((ParadigmConnection) connection).engine().plan(sql, cancellation));
        } catch (SQLException e) {
            throw new SqlErrors.Carried(e);
        }
    }

    /** The wish to stop of the execution that a statement has begun. */
    private Cancellation cancellation(StatementHandle h) {
        AvaticaStatement statement = connection.statementMap.get(h.id);
        Run run = statement instanceof Executing executing
                ? executing.executions().current()
                : null;
        return run == null ? new Cancellation() : run.cancellation();
    }

    @Override
    public StatementHandle prepare(ConnectionHandle ch, String sql, long maxRowCount) {
        StatementHandle handle = createStatement(ch);
        handle.signature = planned(sql, new Cancellation());
        return handle;
    }

    @Override
    @Deprecated
    @SuppressWarnings("InlineMeSuggester")
    public ExecuteResult prepareAndExecute(StatementHandle h, String sql, long maxRowCount, PrepareCallback callback) {
        return prepareAndExecute(h, sql, maxRowCount, -1, callback);
    }

    @Override
    public ExecuteResult prepareAndExecute(
            StatementHandle h, String sql, long maxRowCount, int maxRowsInFirstFrame, PrepareCallback callback) {
        PlanSignature signature = planned(sql, cancellation(h));
        try {
            synchronized (callback.getMonitor()) {
                callback.clear();
                callback.assign(signature, null, -1);
            }
            callback.execute();
        } catch (SQLException e) {
            throw new SqlErrors.Carried(e);
        }
        return new ExecuteResult(List.of(MetaResultSet.create(h.connectionId, h.id, false, signature, null)));
    }

    @Override
    @Deprecated
    @SuppressWarnings("InlineMeSuggester")
    public ExecuteResult execute(StatementHandle h, List<TypedValue> parameters, long maxRowCount) {
        return execute(h, parameters, -1);
    }

    @Override
    public ExecuteResult execute(StatementHandle h, List<TypedValue> parameters, int maxRowsInFirstFrame) {
        return new ExecuteResult(List.of(MetaResultSet.create(h.connectionId, h.id, false, h.signature, null)));
    }

    @Override
    public Iterable<Object> createIterable(
            StatementHandle h,
            QueryState state,
            Signature signature,
            List<TypedValue> parameters,
            @Nullable Frame firstFrame) {
        throw new IllegalStateException("result sets take their rows from the plan");
    }

    @Override
    public ExecuteBatchResult prepareAndExecuteBatch(StatementHandle h, List<String> sql) {
        throw readOnly();
    }

    @Override
    public ExecuteBatchResult executeBatch(StatementHandle h, List<List<TypedValue>> parameters) {
        throw readOnly();
    }

    private static SqlErrors.Carried readOnly() {
        return new SqlErrors.Carried(io.github.paradigmreporting.jdbc.engine.SqlStates.of(
                io.github.paradigmreporting.jdbc.engine.SqlStates.READ_ONLY,
                "the driver only reads; there are no batches"));
    }

    @Override
    @SuppressWarnings("NullAway") // as Avatica has it: null means there is no further frame
    public Frame fetch(StatementHandle h, long offset, int fetchMaxRowCount) {
        return null;
    }

    @Override
    public void closeStatement(StatementHandle h) {}

    @Override
    public boolean syncResults(StatementHandle h, QueryState state, long offset) throws NoSuchStatementException {
        throw new NoSuchStatementException(h);
    }

    @Override
    public void commit(ConnectionHandle ch) {}

    @Override
    public void rollback(ConnectionHandle ch) {}

    /** A fixed result, as metadata calls give it. */
    static MetaResultSet fixed(Meta.StatementHandle h, PlanSignature signature, List<Object> rows) {
        return MetaResultSet.create(
                h.connectionId, h.id, true, signature, new Frame(0, true, Collections.unmodifiableList(rows)));
    }
}
