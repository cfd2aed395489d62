package io.github.paradigmreporting.jdbc;

import io.github.paradigmreporting.jdbc.engine.SqlStates;
import java.io.InputStream;
import java.io.Reader;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Date;
import java.sql.NClob;
import java.sql.Ref;
import java.sql.ResultSetMetaData;
import java.sql.RowId;
import java.sql.SQLException;
import java.sql.SQLType;
import java.sql.SQLXML;
import java.sql.Time;
import java.sql.Timestamp;
import java.util.TimeZone;
import org.apache.calcite.avatica.AvaticaResultSet;
import org.apache.calcite.avatica.AvaticaStatement;
import org.apache.calcite.avatica.Meta;
import org.apache.calcite.avatica.QueryState;
import org.jspecify.annotations.Nullable;

/** The half of {@link java.sql.ResultSet} that writes by number: all of it is refused. */
abstract class ReadOnlyResultSet extends AvaticaResultSet {
    ReadOnlyResultSet(
            AvaticaStatement statement,
            QueryState state,
            Meta.Signature signature,
            ResultSetMetaData metaData,
            TimeZone timeZone,
            Meta.@Nullable Frame firstFrame)
            throws SQLException {
        super(statement, state, signature, metaData, timeZone, firstFrame);
    }

    static SQLException refused() {
        return SqlStates.of(SqlStates.NOT_SUPPORTED, "the driver only reads; a result set cannot be changed");
    }

    @Override
    public void cancelRowUpdates() throws SQLException {
        throw refused();
    }

    @Override
    public void deleteRow() throws SQLException {
        throw refused();
    }

    @Override
    public void insertRow() throws SQLException {
        throw refused();
    }

    @Override
    public void moveToCurrentRow() throws SQLException {
        throw refused();
    }

    @Override
    public void moveToInsertRow() throws SQLException {
        throw refused();
    }

    @Override
    public void updateArray(int column, Array value) throws SQLException {
        throw refused();
    }

    @Override
    public void updateAsciiStream(int column, InputStream value) throws SQLException {
        throw refused();
    }

    @Override
    public void updateAsciiStream(int column, InputStream value, int length) throws SQLException {
        throw refused();
    }

    @Override
    public void updateAsciiStream(int column, InputStream value, long length) throws SQLException {
        throw refused();
    }

    @Override
    public void updateBigDecimal(int column, BigDecimal value) throws SQLException {
        throw refused();
    }

    @Override
    public void updateBinaryStream(int column, InputStream value) throws SQLException {
        throw refused();
    }

    @Override
    public void updateBinaryStream(int column, InputStream value, int length) throws SQLException {
        throw refused();
    }

    @Override
    public void updateBinaryStream(int column, InputStream value, long length) throws SQLException {
        throw refused();
    }

    @Override
    public void updateBlob(int column, Blob value) throws SQLException {
        throw refused();
    }

    @Override
    public void updateBlob(int column, InputStream value) throws SQLException {
        throw refused();
    }

    @Override
    public void updateBlob(int column, InputStream value, long length) throws SQLException {
        throw refused();
    }

    @Override
    public void updateBoolean(int column, boolean value) throws SQLException {
        throw refused();
    }

    @Override
    public void updateByte(int column, byte value) throws SQLException {
        throw refused();
    }

    @Override
    public void updateBytes(int column, byte[] value) throws SQLException {
        throw refused();
    }

    @Override
    public void updateCharacterStream(int column, Reader value) throws SQLException {
        throw refused();
    }

    @Override
    public void updateCharacterStream(int column, Reader value, int length) throws SQLException {
        throw refused();
    }

    @Override
    public void updateCharacterStream(int column, Reader value, long length) throws SQLException {
        throw refused();
    }

    @Override
    public void updateClob(int column, Clob value) throws SQLException {
        throw refused();
    }

    @Override
    public void updateClob(int column, Reader value) throws SQLException {
        throw refused();
    }

    @Override
    public void updateClob(int column, Reader value, long length) throws SQLException {
        throw refused();
    }

    @Override
    public void updateDate(int column, Date value) throws SQLException {
        throw refused();
    }

    @Override
    public void updateDouble(int column, double value) throws SQLException {
        throw refused();
    }

    @Override
    public void updateFloat(int column, float value) throws SQLException {
        throw refused();
    }

    @Override
    public void updateInt(int column, int value) throws SQLException {
        throw refused();
    }

    @Override
    public void updateLong(int column, long value) throws SQLException {
        throw refused();
    }

    @Override
    public void updateNCharacterStream(int column, Reader value) throws SQLException {
        throw refused();
    }

    @Override
    public void updateNCharacterStream(int column, Reader value, long length) throws SQLException {
        throw refused();
    }

    @Override
    public void updateNClob(int column, NClob value) throws SQLException {
        throw refused();
    }

    @Override
    public void updateNClob(int column, Reader value) throws SQLException {
        throw refused();
    }

    @Override
    public void updateNClob(int column, Reader value, long length) throws SQLException {
        throw refused();
    }

    @Override
    public void updateNString(int column, String value) throws SQLException {
        throw refused();
    }

    @Override
    public void updateNull(int column) throws SQLException {
        throw refused();
    }

    @Override
    public void updateObject(int column, Object value) throws SQLException {
        throw refused();
    }

    @Override
    public void updateObject(int column, Object value, SQLType length) throws SQLException {
        throw refused();
    }

    @Override
    public void updateObject(int column, Object value, SQLType length, int more) throws SQLException {
        throw refused();
    }

    @Override
    public void updateObject(int column, Object value, int length) throws SQLException {
        throw refused();
    }

    @Override
    public void updateRef(int column, Ref value) throws SQLException {
        throw refused();
    }

    @Override
    public void updateRow() throws SQLException {
        throw refused();
    }

    @Override
    public void updateRowId(int column, RowId value) throws SQLException {
        throw refused();
    }

    @Override
    public void updateSQLXML(int column, SQLXML value) throws SQLException {
        throw refused();
    }

    @Override
    public void updateShort(int column, short value) throws SQLException {
        throw refused();
    }

    @Override
    public void updateString(int column, String value) throws SQLException {
        throw refused();
    }

    @Override
    public void updateTime(int column, Time value) throws SQLException {
        throw refused();
    }

    @Override
    public void updateTimestamp(int column, Timestamp value) throws SQLException {
        throw refused();
    }
}
