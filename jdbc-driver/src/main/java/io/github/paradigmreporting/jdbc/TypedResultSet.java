package io.github.paradigmreporting.jdbc;

import io.github.paradigmreporting.jdbc.engine.CursorColumn;
import io.github.paradigmreporting.jdbc.engine.ResultColumn;
import io.github.paradigmreporting.jdbc.engine.RowCursor;
import io.github.paradigmreporting.jdbc.engine.SqlStates;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Date;
import java.sql.NClob;
import java.sql.Ref;
import java.sql.ResultSetMetaData;
import java.sql.RowId;
import java.sql.SQLException;
import java.sql.SQLXML;
import java.sql.Time;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.Calendar;
import java.util.Map;
import java.util.TimeZone;
import org.apache.calcite.avatica.AvaticaStatement;
import org.apache.calcite.avatica.Meta;
import org.apache.calcite.avatica.QueryState;
import org.jspecify.annotations.Nullable;

/** The getters by number: they ask the cursor's columns themselves. */
abstract class TypedResultSet extends LabelledResultSet {
    private final int[] types;
    private final CursorColumn[] columns;
    private boolean onRow;
    private final LocalDates dates = new LocalDates();
    private boolean wasNull;

    TypedResultSet(
            AvaticaStatement statement,
            QueryState state,
            PlanSignature signature,
            ResultSetMetaData metaData,
            TimeZone timeZone,
            Meta.@Nullable Frame firstFrame)
            throws SQLException {
        super(statement, state, signature, metaData, timeZone, firstFrame);
        this.types =
                signature.described().stream().mapToInt(ResultColumn::jdbcType).toArray();
        this.columns = new CursorColumn[types.length];
    }

    /** Takes the columns of a cursor. */
    void read(RowCursor cursor) {
        for (int i = 0; i < columns.length; i++) {
            columns[i] = cursor.column(i);
        }
    }

    /** Tells the getters whether there is a row. */
    void onRow(boolean is) {
        onRow = is;
    }

    private int type(int column) {
        return types[column - 1];
    }

    private @Nullable Object cell(int column) throws SQLException {
        if (!onRow) {
            throw noRow();
        }
        if (column < 1 || column > types.length) {
            throw SqlStates.of(
                    SqlStates.NO_SUCH_INDEX, "there is no column " + column + "; the columns are 1 to " + types.length);
        }
        Object value = columns[column - 1].value();
        wasNull = value == null;
        return value;
    }

    private SQLException noRow() {
        return isClosed()
                ? SqlStates.of(SqlStates.CLOSED, "the result set is closed")
                : SqlStates.of(
                        SqlStates.CURSOR, "there is no current row; call next() first, and read while it is true");
    }

    @Override
    public abstract boolean isClosed();

    @Override
    public boolean wasNull() throws SQLException {
        checkOpen();
        return wasNull;
    }

    @Override
    public @Nullable String getString(int column) throws SQLException {
        Object value = cell(column);
        return value == null || value instanceof String ? (String) value : Cell.text(type(column), value);
    }

    @Override
    public boolean getBoolean(int column) throws SQLException {
        Object value = cell(column);
        return value != null && Cell.truth(type(column), value);
    }

    @Override
    public byte getByte(int column) throws SQLException {
        Object value = cell(column);
        return value == null ? 0 : (byte) Cell.whole(type(column), value, Byte.MIN_VALUE, Byte.MAX_VALUE);
    }

    @Override
    public short getShort(int column) throws SQLException {
        Object value = cell(column);
        return value == null ? 0 : (short) Cell.whole(type(column), value, Short.MIN_VALUE, Short.MAX_VALUE);
    }

    @Override
    public int getInt(int column) throws SQLException {
        Object value = cell(column);
        return value == null ? 0 : (int) Cell.whole(type(column), value, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    @Override
    public long getLong(int column) throws SQLException {
        Object value = cell(column);
        if (value instanceof Long number && type(column) == Types.BIGINT) {
            return number;
        }
        return value == null ? 0 : Cell.whole(type(column), value, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    @Override
    public float getFloat(int column) throws SQLException {
        Object value = cell(column);
        return value == null ? 0 : (float) Cell.number(type(column), value);
    }

    @Override
    public double getDouble(int column) throws SQLException {
        Object value = cell(column);
        if (value instanceof Double number) {
            return number;
        }
        return value == null ? 0 : Cell.number(type(column), value);
    }

    @Override
    public @Nullable BigDecimal getBigDecimal(int column) throws SQLException {
        Object value = cell(column);
        return value == null ? null : Cell.decimal(type(column), value);
    }

    @Override
    @Deprecated
    public @Nullable BigDecimal getBigDecimal(int column, int scale) throws SQLException {
        BigDecimal value = getBigDecimal(column);
        return value == null ? null : value.setScale(scale, RoundingMode.HALF_UP);
    }

    @Override
    public byte @Nullable [] getBytes(int column) throws SQLException {
        Object value = cell(column);
        return value == null ? null : Cell.bytes(type(column), value);
    }

    @Override
    public @Nullable Date getDate(int column) throws SQLException {
        Object value = cell(column);
        if (value instanceof Integer day && type(column) == Types.DATE) {
            return dates.date(day);
        }
        return value == null ? null : Date.valueOf(Cell.date(type(column), value));
    }

    @Override
    public @Nullable Date getDate(int column, @Nullable Calendar calendar) throws SQLException {
        Object value = calendar == null ? null : cell(column);
        return value == null || calendar == null
                ? getDate(column)
                : CellObjects.date(Cell.date(type(column), value), calendar);
    }

    @Override
    public @Nullable Time getTime(int column) throws SQLException {
        Object value = cell(column);
        return value == null ? null : Time.valueOf(Cell.time(type(column), value));
    }

    @Override
    public @Nullable Time getTime(int column, @Nullable Calendar calendar) throws SQLException {
        Object value = calendar == null ? null : cell(column);
        return value == null || calendar == null
                ? getTime(column)
                : CellObjects.time(Cell.time(type(column), value), calendar);
    }

    @Override
    public @Nullable Timestamp getTimestamp(int column) throws SQLException {
        Object value = cell(column);
        return value == null ? null : Timestamp.valueOf(Cell.dateTime(type(column), value));
    }

    @Override
    public @Nullable Timestamp getTimestamp(int column, @Nullable Calendar calendar) throws SQLException {
        Object value = calendar == null ? null : cell(column);
        return value == null || calendar == null
                ? getTimestamp(column)
                : CellObjects.timestamp(Cell.dateTime(type(column), value), calendar);
    }

    @Override
    public @Nullable Object getObject(int column) throws SQLException {
        Object value = cell(column);
        if (value instanceof Integer day && type(column) == Types.DATE) {
            return dates.date(day);
        }
        return value == null ? null : CellObjects.usual(type(column), value);
    }

    @Override
    public @Nullable Object getObject(int column, @Nullable Map<String, Class<?>> map) throws SQLException {
        return getObject(column);
    }

    @Override
    @SuppressWarnings("unchecked") // the conversion of a class gives that class; primitives are not in the table
    public <T> @Nullable T getObject(int column, @Nullable Class<T> as) throws SQLException {
        if (as == null) {
            throw SqlStates.of(SqlStates.BAD_VALUE, "a class is needed; use getObject(column) to get the usual one");
        }
        Object value = cell(column);
        return value == null ? null : (T) CellObjects.as(as, type(column), value);
    }

    @Override
    public @Nullable InputStream getAsciiStream(int column) throws SQLException {
        String text = getString(column);
        return text == null ? null : new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    @Deprecated
    public @Nullable InputStream getUnicodeStream(int column) throws SQLException {
        String text = getString(column);
        return text == null ? null : new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public @Nullable InputStream getBinaryStream(int column) throws SQLException {
        byte[] bytes = getBytes(column);
        return bytes == null ? null : new ByteArrayInputStream(bytes);
    }

    @Override
    public @Nullable Reader getCharacterStream(int column) throws SQLException {
        String text = getString(column);
        return text == null ? null : new StringReader(text);
    }

    @Override
    public @Nullable String getNString(int column) throws SQLException {
        return getString(column);
    }

    @Override
    public @Nullable Reader getNCharacterStream(int column) throws SQLException {
        return getCharacterStream(column);
    }

    @Override
    public @Nullable URL getURL(int column) throws SQLException {
        Object value = cell(column);
        if (value != null && !(value instanceof String)) {
            throw Cell.not(type(column), "a URL");
        }
        String text = (String) value;
        try {
            return text == null ? null : new URL(text);
        } catch (MalformedURLException e) {
            throw SqlStates.of(SqlStates.BAD_CAST, "'" + text + "' is not a URL", e);
        }
    }

    @Override
    public @Nullable Clob getClob(int column) throws SQLException {
        String text = getString(column);
        return text == null ? null : new javax.sql.rowset.serial.SerialClob(text.toCharArray());
    }

    @Override
    public @Nullable Blob getBlob(int column) throws SQLException {
        byte[] bytes = getBytes(column);
        return bytes == null ? null : new javax.sql.rowset.serial.SerialBlob(bytes);
    }

    @Override
    public @Nullable NClob getNClob(int column) throws SQLException {
        throw noSuchType(column, "NCLOB");
    }

    @Override
    public @Nullable Array getArray(int column) throws SQLException {
        throw noSuchType(column, "ARRAY");
    }

    @Override
    public @Nullable Ref getRef(int column) throws SQLException {
        throw noSuchType(column, "REF");
    }

    @Override
    public @Nullable RowId getRowId(int column) throws SQLException {
        throw noSuchType(column, "ROWID");
    }

    @Override
    public @Nullable SQLXML getSQLXML(int column) throws SQLException {
        throw noSuchType(column, "SQLXML");
    }

    private SQLException noSuchType(int column, String type) throws SQLException {
        cell(column);
        return SqlStates.of(SqlStates.NOT_SUPPORTED, "the driver has no values of type " + type);
    }
}
