package io.github.paradigmreporting.jdbc;

import io.github.paradigmreporting.jdbc.engine.SqlStates;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.Iterator;
import java.util.TimeZone;
import org.apache.calcite.avatica.AvaticaResultSet;
import org.apache.calcite.avatica.AvaticaStatement;
import org.apache.calcite.avatica.Meta;
import org.apache.calcite.avatica.QueryState;
import org.jspecify.annotations.Nullable;

/** Rows read forward, once, while they arrive. For one thread; closing and cancelling may come from any. */
final class ParadigmResultSet extends TypedResultSet {
    private final PlanSignature plan;
    private @Nullable RowSupply rows;
    private volatile boolean closed;
    private int number;
    private boolean ended;
    private int fetchSize;

    ParadigmResultSet(
            AvaticaStatement statement,
            QueryState state,
            PlanSignature signature,
            ResultSetMetaData metaData,
            TimeZone timeZone,
            Meta.@Nullable Frame firstFrame)
            throws SQLException {
        super(statement, state, signature, metaData, timeZone, firstFrame);
        this.plan = signature;
        this.fetchSize = statement.getFetchSize();
    }

    @Override
    protected AvaticaResultSet execute() throws SQLException {
        if (firstFrame != null) {
            Iterator<Object> all = firstFrame.rows.iterator();
            rows = RowSupply.of(all);
        } else {
            rows = ((Executing) statement).executions().open(plan);
        }
        read(rows);
        return this;
    }

    @Override
    public boolean next() throws SQLException {
        checkOpen();
        RowSupply supply = rows;
        if (supply == null || ended) {
            return false;
        }
        boolean more = false;
        try {
            more = supply.next();
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError | LinkageError e) {
            throw supply.translated(e);
        } finally {
            onRow(more);
        }
        if (!more) {
            ended = true;
            number = 0;
            supply.close();
            return false;
        }
        number++;
        return true;
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        onRow(false);
        RowSupply supply = rows;
        if (supply != null) {
            supply.close();
        }
        super.close();
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    @Override
    protected void checkOpen() throws SQLException {
        if (closed) {
            throw SqlStates.of(SqlStates.CLOSED, "the result set is closed");
        }
    }

    @Override
    public int findColumn(@Nullable String label) throws SQLException {
        checkOpen();
        for (int i = 0; i < plan.described().size(); i++) {
            if (plan.described().get(i).label().equalsIgnoreCase(label)) {
                return i + 1;
            }
        }
        throw SqlStates.of(SqlStates.NO_SUCH_INDEX, "there is no column '" + label + "' in the result");
    }

    @Override
    public boolean isBeforeFirst() throws SQLException {
        checkOpen();
        return number == 0 && !ended;
    }

    @Override
    public boolean isAfterLast() throws SQLException {
        checkOpen();
        return ended;
    }

    @Override
    public boolean isFirst() throws SQLException {
        checkOpen();
        return number == 1;
    }

    @Override
    public int getRow() throws SQLException {
        checkOpen();
        return number;
    }

    @Override
    public boolean isLast() throws SQLException {
        throw forwardOnly();
    }

    @Override
    public void beforeFirst() throws SQLException {
        throw forwardOnly();
    }

    @Override
    public void afterLast() throws SQLException {
        throw forwardOnly();
    }

    @Override
    public boolean first() throws SQLException {
        throw forwardOnly();
    }

    @Override
    public boolean last() throws SQLException {
        throw forwardOnly();
    }

    @Override
    public boolean absolute(int row) throws SQLException {
        throw forwardOnly();
    }

    @Override
    public boolean relative(int rowCount) throws SQLException {
        throw forwardOnly();
    }

    @Override
    public boolean previous() throws SQLException {
        throw forwardOnly();
    }

    @Override
    public void refreshRow() throws SQLException {
        throw forwardOnly();
    }

    private SQLException forwardOnly() throws SQLException {
        checkOpen();
        return SqlStates.of(SqlStates.NOT_SUPPORTED, "a result set is read forward only; run the statement again");
    }

    @Override
    public String getCursorName() throws SQLException {
        checkOpen();
        throw SqlStates.of(SqlStates.NOT_SUPPORTED, "cursors have no names, since nothing can be updated");
    }

    @Override
    public @Nullable SQLWarning getWarnings() throws SQLException {
        checkOpen();
        return null;
    }

    @Override
    public void setFetchDirection(int direction) throws SQLException {
        checkOpen();
        if (direction != ResultSet.FETCH_FORWARD) {
            throw SqlStates.of(SqlStates.NOT_SUPPORTED, "rows are fetched forward only");
        }
    }

    @Override
    public int getFetchDirection() throws SQLException {
        checkOpen();
        return ResultSet.FETCH_FORWARD;
    }

    @Override
    public void setFetchSize(int rowCount) throws SQLException {
        checkOpen();
        if (rowCount < 0) {
            throw SqlStates.of(
                    SqlStates.BAD_VALUE, "a fetch size of " + rowCount + " makes no sense; 0 is the default");
        }
        fetchSize = rowCount;
    }

    @Override
    public int getFetchSize() throws SQLException {
        checkOpen();
        return fetchSize;
    }

    @Override
    public int getType() throws SQLException {
        checkOpen();
        return ResultSet.TYPE_FORWARD_ONLY;
    }

    @Override
    public int getConcurrency() throws SQLException {
        checkOpen();
        return ResultSet.CONCUR_READ_ONLY;
    }

    @Override
    public boolean rowUpdated() throws SQLException {
        checkOpen();
        return false;
    }

    @Override
    public boolean rowInserted() throws SQLException {
        checkOpen();
        return false;
    }

    @Override
    public boolean rowDeleted() throws SQLException {
        checkOpen();
        return false;
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return Unwrapping.of(this, type);
    }

    @Override
    public boolean isWrapperFor(@Nullable Class<?> type) {
        return type != null && type.isInstance(this);
    }
}
