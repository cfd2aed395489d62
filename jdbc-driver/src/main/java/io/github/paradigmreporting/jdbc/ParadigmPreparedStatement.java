package io.github.paradigmreporting.jdbc;

import io.github.paradigmreporting.jdbc.engine.ParameterType;
import io.github.paradigmreporting.jdbc.engine.PlannedQuery;
import io.github.paradigmreporting.jdbc.engine.SqlStates;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.ParameterMetaData;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Time;
import java.sql.Timestamp;
import java.util.Calendar;
import java.util.List;
import org.apache.calcite.avatica.Meta;
import org.jspecify.annotations.Nullable;

/** A statement planned once and run often. For one thread; {@link #cancel()} may come from any. */
final class ParadigmPreparedStatement extends StreamPreparedStatement implements Executing {
    private final Executions executions;
    private final Parameters parameters;
    private final PlanSignature prepared;

    ParadigmPreparedStatement(
            ParadigmConnection connection,
            Meta.@Nullable StatementHandle handle,
            PlanSignature signature,
            int holdability)
            throws SQLException {
        super(connection, handle, signature, holdability);
        this.executions = new Executions(connection, this);
        PlannedQuery plan = signature.plan();
        this.parameters = plan == null
                ? new Parameters(List.of(), index -> true, true)
                : new Parameters(plan.parameters(), plan::isTyped, plan.isPlanned());
        this.prepared = signature;
    }

    @Override
    public Executions executions() {
        return executions;
    }

    @Override
    public ResultSet executeQuery() throws SQLException {
        checkOpen();
        Run run = executions.begin(getQueryTimeout(), getLargeMaxRows(), parameters.values());
        try {
            handle.signature = prepared;
            List<@Nullable ParameterType> types = parameters.others();
            if (!types.isEmpty()) {
                PlannedQuery plan =
                        ((ParadigmConnection) connection).engine().plan(prepared.sql, types, run.cancellation());
                executions.give(parameters.values(plan.parameters()));
                handle.signature = PlanSignature.of(prepared.sql, plan);
            }
            return super.executeQuery();
        } catch (SQLException | RuntimeException | StackOverflowError | OutOfMemoryError | LinkageError e) {
            run.close();
            throw SqlErrors.of(e, run);
        }
    }

    @Override
    public boolean execute() throws SQLException {
        executeQuery();
        return true;
    }

    @Override
    public long executeLargeUpdate() throws SQLException {
        checkOpen();
        throw SqlStates.of(SqlStates.READ_ONLY, "the driver only reads, and this is a query; use executeQuery");
    }

    /** Null when the columns hang on the types of values that are not known yet, as JDBC has it. */
    @Override
    public @Nullable ResultSetMetaData getMetaData() throws SQLException {
        checkOpen();
        PlannedQuery plan = prepared.plan();
        return plan == null || plan.isPlanned() ? super.getMetaData() : null;
    }

    @Override
    public ParameterMetaData getParameterMetaData() throws SQLException {
        checkOpen();
        return parameters;
    }

    @Override
    public void clearParameters() throws SQLException {
        checkOpen();
        parameters.clear();
    }

    @Override
    public void setObject(int index, @Nullable Object value) throws SQLException {
        checkOpen();
        parameters.set(index, value, null);
    }

    @Override
    public void setObject(int index, @Nullable Object value, int type) throws SQLException {
        setObject(index, value);
    }

    @Override
    public void setObject(int index, @Nullable Object value, int type, int scale) throws SQLException {
        setObject(index, value);
    }

    @Override
    public void setNull(int index, int type) throws SQLException {
        setObject(index, null);
    }

    @Override
    public void setNull(int index, int type, @Nullable String typeName) throws SQLException {
        setObject(index, null);
    }

    @Override
    public void setBoolean(int index, boolean value) throws SQLException {
        setObject(index, value);
    }

    @Override
    public void setByte(int index, byte value) throws SQLException {
        setObject(index, value);
    }

    @Override
    public void setShort(int index, short value) throws SQLException {
        setObject(index, value);
    }

    @Override
    public void setInt(int index, int value) throws SQLException {
        setObject(index, value);
    }

    @Override
    public void setLong(int index, long value) throws SQLException {
        setObject(index, value);
    }

    @Override
    public void setFloat(int index, float value) throws SQLException {
        setObject(index, value);
    }

    @Override
    public void setDouble(int index, double value) throws SQLException {
        setObject(index, value);
    }

    @Override
    public void setBigDecimal(int index, @Nullable BigDecimal value) throws SQLException {
        setObject(index, value);
    }

    @Override
    public void setString(int index, @Nullable String value) throws SQLException {
        setObject(index, value);
    }

    @Override
    public void setNString(int index, @Nullable String value) throws SQLException {
        setObject(index, value);
    }

    @Override
    public void setBytes(int index, byte @Nullable [] value) throws SQLException {
        setObject(index, value);
    }

    @Override
    public void setDate(int index, @Nullable Date value) throws SQLException {
        setObject(index, value);
    }

    @Override
    public void setDate(int index, @Nullable Date value, @Nullable Calendar calendar) throws SQLException {
        checkOpen();
        parameters.set(index, value, calendar);
    }

    @Override
    public void setTime(int index, @Nullable Time value) throws SQLException {
        setObject(index, value);
    }

    @Override
    public void setTime(int index, @Nullable Time value, @Nullable Calendar calendar) throws SQLException {
        checkOpen();
        parameters.set(index, value, calendar);
    }

    @Override
    public void setTimestamp(int index, @Nullable Timestamp value) throws SQLException {
        setObject(index, value);
    }

    @Override
    public void setTimestamp(int index, @Nullable Timestamp value, @Nullable Calendar calendar) throws SQLException {
        checkOpen();
        parameters.set(index, value, calendar);
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
