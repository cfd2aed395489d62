package io.github.paradigmreporting.jdbc;

import java.sql.Array;
import java.sql.Blob;
import java.sql.CallableStatement;
import java.sql.Clob;
import java.sql.NClob;
import java.sql.SQLException;
import java.sql.SQLXML;
import java.sql.Savepoint;
import java.sql.ShardingKey;
import java.sql.Struct;
import java.util.Properties;
import org.apache.calcite.avatica.AvaticaConnection;
import org.apache.calcite.avatica.AvaticaFactory;
import org.apache.calcite.avatica.UnregisteredDriver;
import org.jspecify.annotations.Nullable;

/** What a connection is asked for in vain: procedures, savepoints, large objects, shards. */
abstract class PlainConnection extends AvaticaConnection {
    PlainConnection(UnregisteredDriver driver, AvaticaFactory factory, String url, Properties info) {
        super(driver, factory, url, info);
    }

    @Override
    public CallableStatement prepareCall(String sql) throws SQLException {
        checkOpen();
        throw Refusal.feature("stored procedures");
    }

    @Override
    public CallableStatement prepareCall(String sql, int type, int concurrency) throws SQLException {
        checkOpen();
        throw Refusal.feature("stored procedures");
    }

    @Override
    public CallableStatement prepareCall(String sql, int type, int concurrency, int holdability) throws SQLException {
        checkOpen();
        throw Refusal.feature("stored procedures");
    }

    @Override
    public Clob createClob() throws SQLException {
        checkOpen();
        throw Refusal.feature("objects of type CLOB");
    }

    @Override
    public Blob createBlob() throws SQLException {
        checkOpen();
        throw Refusal.feature("objects of type BLOB");
    }

    @Override
    public NClob createNClob() throws SQLException {
        checkOpen();
        throw Refusal.feature("objects of type NCLOB");
    }

    @Override
    public SQLXML createSQLXML() throws SQLException {
        checkOpen();
        throw Refusal.feature("objects of type SQLXML");
    }

    @Override
    public Array createArrayOf(@Nullable String type, Object @Nullable [] elements) throws SQLException {
        checkOpen();
        throw Refusal.feature("arrays");
    }

    @Override
    public Struct createStruct(@Nullable String type, Object @Nullable [] attributes) throws SQLException {
        checkOpen();
        throw Refusal.feature("structures");
    }

    @Override
    public Savepoint setSavepoint() throws SQLException {
        checkOpen();
        throw Refusal.feature("savepoints");
    }

    @Override
    public Savepoint setSavepoint(@Nullable String name) throws SQLException {
        checkOpen();
        throw Refusal.feature("savepoints");
    }

    @Override
    public void releaseSavepoint(@Nullable Savepoint savepoint) throws SQLException {
        checkOpen();
        throw Refusal.feature("savepoints");
    }

    @Override
    public void rollback(@Nullable Savepoint savepoint) throws SQLException {
        checkOpen();
        throw Refusal.feature("savepoints");
    }

    @Override
    public void setShardingKey(@Nullable ShardingKey key) throws SQLException {
        checkOpen();
        throw Refusal.feature("shards");
    }

    @Override
    public void setShardingKey(@Nullable ShardingKey key, @Nullable ShardingKey superKey) throws SQLException {
        checkOpen();
        throw Refusal.feature("shards");
    }

    @Override
    public boolean setShardingKeyIfValid(@Nullable ShardingKey key, int timeout) throws SQLException {
        checkOpen();
        throw Refusal.feature("shards");
    }

    @Override
    public boolean setShardingKeyIfValid(@Nullable ShardingKey key, @Nullable ShardingKey superKey, int timeout)
            throws SQLException {
        checkOpen();
        throw Refusal.feature("shards");
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
