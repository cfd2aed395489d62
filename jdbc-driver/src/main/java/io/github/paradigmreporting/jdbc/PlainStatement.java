package io.github.paradigmreporting.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.apache.calcite.avatica.AvaticaStatement;
import org.apache.calcite.avatica.Meta;
import org.jspecify.annotations.Nullable;

/** The part of {@link java.sql.Statement} that has little to do for a driver that reads. */
abstract class PlainStatement extends AvaticaStatement {
    PlainStatement(ParadigmConnection connection, Meta.@Nullable StatementHandle handle, int holdability) {
        super(connection, handle, ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY, holdability);
    }

    @Override
    public boolean execute(String sql, int keys) throws SQLException {
        return execute(sql);
    }

    @Override
    public boolean execute(String sql, int @Nullable [] columns) throws SQLException {
        return execute(sql);
    }

    @Override
    public boolean execute(String sql, String @Nullable [] columns) throws SQLException {
        return execute(sql);
    }

    @Override
    public int executeUpdate(String sql, int keys) throws SQLException {
        return executeUpdate(sql);
    }

    @Override
    public int executeUpdate(String sql, int @Nullable [] columns) throws SQLException {
        return executeUpdate(sql);
    }

    @Override
    public int executeUpdate(String sql, String @Nullable [] columns) throws SQLException {
        return executeUpdate(sql);
    }

    @Override
    public long executeLargeUpdate(String sql, int keys) throws SQLException {
        return executeLargeUpdate(sql);
    }

    @Override
    public long executeLargeUpdate(String sql, int @Nullable [] columns) throws SQLException {
        return executeLargeUpdate(sql);
    }

    @Override
    public long executeLargeUpdate(String sql, String @Nullable [] columns) throws SQLException {
        return executeLargeUpdate(sql);
    }

    @Override
    public void addBatch(String sql) throws SQLException {
        checkOpen();
        throw Refusal.writing();
    }

    @Override
    public long[] executeLargeBatch() throws SQLException {
        checkOpen();
        return new long[0];
    }

    @Override
    public ResultSet getGeneratedKeys() throws SQLException {
        checkOpen();
        return ((ParadigmConnection) connection).fixed(MetadataColumns.GENERATED_KEYS, List.of());
    }

    @Override
    public boolean getMoreResults(int current) throws SQLException {
        checkOpen();
        if (current < CLOSE_CURRENT_RESULT || current > CLOSE_ALL_RESULTS) {
            throw Refusal.value(current + " is none of the constants of getMoreResults");
        }
        return super.getMoreResults(CLOSE_CURRENT_RESULT);
    }

    @Override
    public void setCursorName(@Nullable String name) throws SQLException {
        checkOpen();
    }

    @Override
    public void setMaxFieldSize(int max) throws SQLException {
        checkOpen();
        if (max < 0) {
            throw Refusal.value("a maximum of " + max + " makes no sense; 0 means none");
        }
    }

    @Override
    public void setLargeMaxRows(long max) throws SQLException {
        checkOpen();
        if (max < 0) {
            throw Refusal.value("a maximum of " + max + " rows makes no sense; 0 means none");
        }
        super.setLargeMaxRows(max);
    }

    @Override
    public void setQueryTimeout(int seconds) throws SQLException {
        checkOpen();
        if (seconds < 0) {
            throw Refusal.value("a timeout of " + seconds + " s makes no sense; 0 means none");
        }
        super.setQueryTimeout(Math.min(seconds, Integer.MAX_VALUE / 1000));
    }

    @Override
    public void setFetchSize(int rows) throws SQLException {
        checkOpen();
        if (rows < 0 && rows != Integer.MIN_VALUE) {
            throw Refusal.value("a fetch size of " + rows + " makes no sense; 0 is the default");
        }
        super.setFetchSize(rows);
    }

    @Override
    public void setFetchDirection(int direction) throws SQLException {
        checkOpen();
        if (direction < ResultSet.FETCH_FORWARD || direction > ResultSet.FETCH_UNKNOWN) {
            throw Refusal.value(direction + " is no direction of java.sql.ResultSet");
        }
        super.setFetchDirection(direction);
    }

    @Override
    public String enquoteIdentifier(String identifier, boolean always) throws SQLException {
        checkOpen();
        return Refusal.quoted(identifier, always || !isSimpleIdentifier(identifier));
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
    protected void checkOpen() throws SQLException {
        if (closed) {
            throw ParadigmConnection.closed("statement");
        }
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
