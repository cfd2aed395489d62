package io.github.paradigmreporting.jdbc.engine;

import io.github.paradigmreporting.core.report.ColumnType;
import io.github.paradigmreporting.jdbc.table.SqlColumn;
import io.github.paradigmreporting.jdbc.table.SqlTable;
import java.util.stream.IntStream;
import org.apache.calcite.plan.RelOptTable;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.schema.TranslatableTable;
import org.apache.calcite.schema.impl.AbstractTable;
import org.apache.calcite.sql.type.SqlTypeName;

/** A table of the driver as Calcite sees it; read by a {@link ReportScan}. */
final class ReportTable extends AbstractTable implements TranslatableTable {
    private final SqlTable table;

    ReportTable(SqlTable table) {
        this.table = table;
    }

    SqlTable table() {
        return table;
    }

    @Override
    public RelDataType getRowType(RelDataTypeFactory types) {
        return rowType(table, types);
    }

    static RelDataType rowType(SqlTable table, RelDataTypeFactory types) {
        RelDataTypeFactory.Builder row = types.builder();
        for (SqlColumn column : table.columns()) {
            row.add(column.name(), types.createTypeWithNullability(type(types, column.type()), column.nullable()));
        }
        return row.build();
    }

    private static RelDataType type(RelDataTypeFactory types, ColumnType type) {
        return switch (type) {
            case BIGINT -> types.createSqlType(SqlTypeName.BIGINT);
            case DOUBLE -> types.createSqlType(SqlTypeName.DOUBLE);
            case TEXT -> types.createSqlType(SqlTypeName.VARCHAR);
            case DATE -> types.createSqlType(SqlTypeName.DATE);
            case TIMESTAMP -> types.createSqlType(SqlTypeName.TIMESTAMP, 3);
        };
    }

    @Override
    public RelNode toRel(RelOptTable.ToRelContext context, RelOptTable relOptTable) {
        int[] all = IntStream.range(0, table.columns().size()).toArray();
        return new ReportScan(context.getCluster(), relOptTable, this, all, null);
    }
}
