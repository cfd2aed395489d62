package io.github.paradigmreporting.benchmarks.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.List;
import java.util.TimeZone;
import org.apache.calcite.avatica.AvaticaResultSet;
import org.apache.calcite.avatica.AvaticaResultSetMetaData;
import org.apache.calcite.avatica.AvaticaStatement;
import org.apache.calcite.avatica.ColumnMetaData;
import org.apache.calcite.avatica.Meta;
import org.apache.calcite.avatica.QueryState;
import org.apache.calcite.avatica.util.ArrayIteratorCursor;

/** Avatica's own result set over rows in memory, with nothing below it. */
final class AvaticaRows {
    private static final List<ColumnMetaData> COLUMNS =
            SampleRows.DOCUMENTS.stream().map(AvaticaRows::column).toList();

    private AvaticaRows() {}

    static ResultSet of(Statement statement, List<Object[]> rows) throws SQLException {
        AvaticaStatement avatica = statement.unwrap(AvaticaStatement.class);
        Meta.Signature signature =
                Meta.Signature.create(COLUMNS, "rows", List.of(), Meta.CursorFactory.ARRAY, Meta.StatementType.SELECT);
        return new AvaticaResultSet(
                        avatica,
                        new QueryState("rows"),
                        signature,
                        new AvaticaResultSetMetaData(avatica, null, signature),
                        TimeZone.getDefault(),
                        Meta.Frame.EMPTY)
                .execute2(new ArrayIteratorCursor(rows.iterator()), COLUMNS);
    }

    private static ColumnMetaData column(SampleRows.Column column) {
        return ColumnMetaData.dummy(
                switch (column.type()) {
                    case Types.BIGINT -> ColumnMetaData.scalar(column.type(), "BIGINT", ColumnMetaData.Rep.LONG);
                    case Types.DATE -> ColumnMetaData.scalar(column.type(), "DATE", ColumnMetaData.Rep.INTEGER);
                    default -> ColumnMetaData.scalar(column.type(), "VARCHAR", ColumnMetaData.Rep.STRING);
                },
                true);
    }
}
