package io.github.paradigmreporting.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringWriter;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.NClob;
import java.sql.Ref;
import java.sql.RowId;
import java.sql.SQLException;
import java.sql.SQLType;
import java.sql.SQLXML;
import org.apache.calcite.avatica.Meta;
import org.jspecify.annotations.Nullable;

/** Parameters given as streams and large objects: texts are read, what has no type in SQL here is refused. */
abstract class StreamPreparedStatement extends PlainPreparedStatement {
    StreamPreparedStatement(
            ParadigmConnection connection,
            Meta.@Nullable StatementHandle handle,
            PlanSignature signature,
            int holdability)
            throws SQLException {
        super(connection, handle, signature, holdability);
    }

    private void setText(int index, @Nullable Reader reader, long length) throws SQLException {
        if (reader == null) {
            setObject(index, null);
            return;
        }
        try (reader) {
            StringWriter text = new StringWriter();
            reader.transferTo(text);
            String all = text.toString();
            setString(index, length >= 0 && length < all.length() ? all.substring(0, (int) length) : all);
        } catch (IOException e) {
            throw Refusal.value("the stream of parameter " + index + " cannot be read: " + e.getMessage());
        }
    }

    private void setAscii(int index, @Nullable InputStream in, long length) throws SQLException {
        setText(index, in == null ? null : new java.io.InputStreamReader(in, StandardCharsets.US_ASCII), length);
    }

    private void setBinary(int index, @Nullable InputStream in, long length) throws SQLException {
        if (in == null) {
            setObject(index, null);
            return;
        }
        try (in) {
            setBytes(index, length < 0 ? in.readAllBytes() : in.readNBytes((int) Math.min(length, Integer.MAX_VALUE)));
        } catch (IOException e) {
            throw Refusal.value("the stream of parameter " + index + " cannot be read: " + e.getMessage());
        }
    }

    @Override
    public void setObject(int index, @Nullable Object value, @Nullable SQLType type) throws SQLException {
        setObject(index, value);
    }

    @Override
    public void setObject(int index, @Nullable Object value, @Nullable SQLType type, int scale) throws SQLException {
        setObject(index, value);
    }

    @Override
    public void setURL(int index, @Nullable URL value) throws SQLException {
        setString(index, value == null ? null : value.toString());
    }

    @Override
    public void setCharacterStream(int index, @Nullable Reader value) throws SQLException {
        setText(index, value, -1);
    }

    @Override
    public void setCharacterStream(int index, @Nullable Reader value, long length) throws SQLException {
        setText(index, value, length);
    }

    @Override
    public void setNCharacterStream(int index, @Nullable Reader value) throws SQLException {
        setText(index, value, -1);
    }

    @Override
    public void setNCharacterStream(int index, @Nullable Reader value, long length) throws SQLException {
        setText(index, value, length);
    }

    @Override
    public void setClob(int index, @Nullable Reader value) throws SQLException {
        setText(index, value, -1);
    }

    @Override
    public void setClob(int index, @Nullable Reader value, long length) throws SQLException {
        setText(index, value, length);
    }

    @Override
    public void setNClob(int index, @Nullable Reader value) throws SQLException {
        setText(index, value, -1);
    }

    @Override
    public void setNClob(int index, @Nullable Reader value, long length) throws SQLException {
        setText(index, value, length);
    }

    @Override
    public void setCharacterStream(int index, @Nullable Reader value, int length) throws SQLException {
        setText(index, value, length);
    }

    @Override
    public void setClob(int index, @Nullable Clob value) throws SQLException {
        setText(index, value == null ? null : value.getCharacterStream(), -1);
    }

    @Override
    public void setNClob(int index, @Nullable NClob value) throws SQLException {
        setText(index, value == null ? null : value.getCharacterStream(), -1);
    }

    @Override
    public void setAsciiStream(int index, @Nullable InputStream value) throws SQLException {
        setAscii(index, value, -1);
    }

    @Override
    public void setAsciiStream(int index, @Nullable InputStream value, int length) throws SQLException {
        setAscii(index, value, length);
    }

    @Override
    public void setBinaryStream(int index, @Nullable InputStream value, int length) throws SQLException {
        setBinary(index, value, length);
    }

    @Override
    public void setAsciiStream(int index, @Nullable InputStream value, long length) throws SQLException {
        setAscii(index, value, length);
    }

    @Override
    public void setBinaryStream(int index, @Nullable InputStream value, long length) throws SQLException {
        setBinary(index, value, length);
    }

    @Override
    public void setBinaryStream(int index, @Nullable InputStream value) throws SQLException {
        setBinary(index, value, -1);
    }

    @Override
    public void setBlob(int index, @Nullable InputStream value) throws SQLException {
        setBinary(index, value, -1);
    }

    @Override
    public void setBlob(int index, @Nullable InputStream value, long length) throws SQLException {
        setBinary(index, value, length);
    }

    @Override
    public void setBlob(int index, @Nullable Blob value) throws SQLException {
        setBinary(index, value == null ? null : value.getBinaryStream(), -1);
    }

    @Override
    @Deprecated
    public void setUnicodeStream(int index, @Nullable InputStream value, int length) throws SQLException {
        setText(index, value == null ? null : new java.io.InputStreamReader(value, StandardCharsets.UTF_8), length);
    }

    @Override
    public void setArray(int index, @Nullable Array value) throws SQLException {
        checkOpen();
        throw Refusal.type("ARRAY");
    }

    @Override
    public void setRef(int index, @Nullable Ref value) throws SQLException {
        checkOpen();
        throw Refusal.type("REF");
    }

    @Override
    public void setRowId(int index, @Nullable RowId value) throws SQLException {
        checkOpen();
        throw Refusal.type("ROWID");
    }

    @Override
    public void setSQLXML(int index, @Nullable SQLXML value) throws SQLException {
        checkOpen();
        throw Refusal.type("SQLXML");
    }
}
