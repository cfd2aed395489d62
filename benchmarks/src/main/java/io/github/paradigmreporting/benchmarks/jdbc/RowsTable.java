package io.github.paradigmreporting.benchmarks.jdbc;

import java.util.List;
import org.apache.calcite.DataContext;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.Linq4j;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.schema.ScannableTable;
import org.apache.calcite.schema.impl.AbstractTable;
import org.apache.calcite.sql.type.SqlTypeName;

/** A Calcite table over rows in memory. */
final class RowsTable extends AbstractTable implements ScannableTable {
    private final List<SampleRows.Column> columns;
    private final List<Object[]> rows;

    RowsTable(List<SampleRows.Column> columns, List<Object[]> rows) {
        this.columns = columns;
        this.rows = rows;
    }

    @Override
    public RelDataType getRowType(RelDataTypeFactory types) {
        return rowType(types, columns);
    }

    @Override
    public Enumerable<Object[]> scan(DataContext context) {
        return Linq4j.asEnumerable(rows);
    }

    static RelDataType rowType(RelDataTypeFactory types, List<SampleRows.Column> columns) {
        RelDataTypeFactory.Builder builder = types.builder();
        for (SampleRows.Column column : columns) {
            SqlTypeName type = SqlTypeName.getNameForJdbcType(column.type());
            if (type == null) {
                throw new IllegalArgumentException(column.toString());
            }
            builder.add(column.name(), types.createTypeWithNullability(types.createSqlType(type), true));
        }
        return builder.build();
    }
}
