package io.github.paradigmreporting.jdbc;

import io.github.paradigmreporting.jdbc.engine.PlannedQuery;
import io.github.paradigmreporting.jdbc.engine.ResultColumn;
import io.github.paradigmreporting.jdbc.table.SqlTables;
import java.sql.ResultSetMetaData;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.calcite.avatica.AvaticaParameter;
import org.apache.calcite.avatica.ColumnMetaData;
import org.apache.calcite.avatica.Meta;
import org.jspecify.annotations.Nullable;

/** A planned query, or the fixed rows of a metadata call, in the form in which Avatica passes statements around. */
final class PlanSignature extends Meta.Signature {
    private final @Nullable PlannedQuery plan;
    private final List<ResultColumn> described;

    PlanSignature(String sql, List<ResultColumn> columns, @Nullable PlannedQuery plan) {
        super(avatica(columns), sql, parameters(plan), Map.of(), Meta.CursorFactory.ARRAY, Meta.StatementType.SELECT);
        this.described = columns;
        this.plan = plan;
    }

    static PlanSignature of(String sql, PlannedQuery plan) {
        return new PlanSignature(sql, plan.columns(), plan);
    }

    @Nullable
    PlannedQuery plan() {
        return plan;
    }

    List<ResultColumn> described() {
        return described;
    }

    private static List<ColumnMetaData> avatica(List<ResultColumn> columns) {
        List<ColumnMetaData> all = new ArrayList<>();
        for (ResultColumn column : columns) {
            all.add(new ColumnMetaData(
                    all.size(),
                    false,
                    true,
                    true,
                    false,
                    column.nullable() ? ResultSetMetaData.columnNullable : ResultSetMetaData.columnNoNulls,
                    ResultTypes.signed(column.jdbcType()),
                    ResultTypes.displaySize(column),
                    column.label(),
                    column.label(),
                    column.table() == null ? "" : SqlTables.SCHEMA,
                    column.precision(),
                    ResultTypes.scale(column),
                    column.table() == null ? "" : column.table(),
                    "",
                    ColumnMetaData.scalar(column.jdbcType(), column.typeName(), ColumnMetaData.Rep.OBJECT),
                    true,
                    false,
                    false,
                    ResultTypes.className(column.jdbcType())));
        }
        return all;
    }

    private static List<AvaticaParameter> parameters(@Nullable PlannedQuery plan) {
        List<AvaticaParameter> all = new ArrayList<>();
        if (plan != null) {
            for (ResultColumn parameter : plan.parameters()) {
                all.add(new AvaticaParameter(
                        false,
                        parameter.precision(),
                        parameter.scale(),
                        parameter.jdbcType(),
                        parameter.typeName(),
                        ResultTypes.className(parameter.jdbcType()),
                        parameter.label()));
            }
        }
        return all;
    }
}
