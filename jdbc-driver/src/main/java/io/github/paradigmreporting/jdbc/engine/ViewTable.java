package io.github.paradigmreporting.jdbc.engine;

import io.github.paradigmreporting.jdbc.table.SqlTable;
import io.github.paradigmreporting.jdbc.table.SqlTables;
import java.util.List;
import org.apache.calcite.plan.RelOptTable;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.schema.TranslatableTable;
import org.apache.calcite.schema.impl.AbstractTable;

/** A view as Calcite sees it: its query takes its place before anything is planned. */
final class ViewTable extends AbstractTable implements TranslatableTable {
    private final SqlTable table;
    private final String sql;

    ViewTable(SqlTable table, String sql) {
        this.table = table;
        this.sql = sql;
    }

    SqlTable table() {
        return table;
    }

    @Override
    public RelDataType getRowType(RelDataTypeFactory types) {
        return ReportTable.rowType(table, types);
    }

    @Override
    public RelNode toRel(RelOptTable.ToRelContext context, RelOptTable relOptTable) {
        List<String> path = List.of(SqlTables.SCHEMA);
        return context.expandView(relOptTable.getRowType(), sql, path, relOptTable.getQualifiedName()).rel;
    }
}
