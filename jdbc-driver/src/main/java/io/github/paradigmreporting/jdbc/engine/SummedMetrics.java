package io.github.paradigmreporting.jdbc.engine;

import io.github.paradigmreporting.jdbc.table.SqlColumn;
import io.github.paradigmreporting.jdbc.table.SqlTable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlOrderBy;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlUtil;
import org.apache.calcite.sql.SqlWith;
import org.apache.calcite.sql.SqlWithItem;
import org.apache.calcite.sql.fun.SqlCase;
import org.apache.calcite.sql.util.SqlBasicVisitor;
import org.apache.calcite.sql.validate.SqlQualified;
import org.apache.calcite.sql.validate.SqlValidatorNamespace;
import org.apache.calcite.sql.validate.SqlValidatorScope;
import org.apache.calcite.sql.validate.SqlValidatorTable;
import org.jspecify.annotations.Nullable;

/**
 * Finds sums of metrics that must not be summed, as the catalogue says, for example of {@code unique_models_count}: such a
 * statement is answered, with a warning. A product, such as an average times what it is the average of, may be summed.
 */
final class SummedMetrics extends SqlBasicVisitor<Void> {
    private final DialectValidator validator;
    private final Set<String> warnings = new LinkedHashSet<>();
    private @Nullable SqlSelect select;

    private SummedMetrics(DialectValidator validator) {
        this.validator = validator;
    }

    /** A column of a table. */
    private record Origin(SqlTable table, SqlColumn column) {}

    /** A warning for each such metric of a query that is validated. */
    static List<String> warnings(SqlNode query, DialectValidator validator) {
        SummedMetrics found = new SummedMetrics(validator);
        query.accept(found);
        return List.copyOf(found.warnings);
    }

    @Override
    public @Nullable Void visit(SqlCall call) {
        SqlSelect outer = select;
        if (call instanceof SqlSelect inner) {
            select = inner;
        } else if ((call.getKind() == SqlKind.SUM || call.getKind() == SqlKind.SUM0) && outer != null) {
            for (Origin origin : origins(call.operand(0), validator.getWhereScope(outer))) {
                if (!origin.column().summable() && !isOfOneRow(outer, origin.table())) {
                    warnings.add("SUM adds up " + origin.column().name() + " of " + origin.table()
                            + ", which must not be summed over days or companies; use MAX, or an average weighted by a"
                            + " count");
                }
            }
        }
        super.visit(call);
        select = outer;
        return null;
    }

    /** Whether a group of a query is one row, because it has the keys of the only table. */
    private boolean isOfOneRow(SqlSelect of, SqlTable table) {
        SqlNodeList groups = of.getGroup();
        if (groups == null
                || table.key().isEmpty()
                || of.getFrom() == null
                || of.getFrom().getKind() == SqlKind.JOIN) {
            return false;
        }
        Set<String> keys = new HashSet<>();
        for (SqlNode group : groups) {
            for (Origin origin : origins(group, validator.getWhereScope(of))) {
                keys.add(origin.column().name());
            }
        }
        return keys.containsAll(table.key());
    }

    /** The columns that a value is one of, whatever calls that keep a metric what it is stand around them. */
    private List<Origin> origins(SqlNode value, SqlValidatorScope scope) {
        List<Origin> found = new ArrayList<>();
        if (value instanceof SqlIdentifier name) {
            SqlQualified qualified = scope.fullyQualify(name);
            if (qualified.namespace != null && qualified.suffix().size() == 1) {
                origins(qualified.namespace, qualified.suffix().get(0), found);
            }
        } else if (value instanceof SqlCase choice) {
            choice.getThenOperands().forEach(then -> found.addAll(origins(then, scope)));
            SqlNode otherwise = choice.getElseOperand();
            if (otherwise != null) {
                found.addAll(origins(otherwise, scope));
            }
        } else if (value instanceof SqlCall call) {
            switch (call.getKind()) {
                case AS, CAST, CAST_NOT_NULL, FILTER, MAX, MIN, OVER, SUM ->
                    found.addAll(origins(call.operand(0), scope));
                case COALESCE, PLUS, MINUS -> {
                    for (SqlNode operand : call.getOperandList()) {
                        found.addAll(origins(operand, scope));
                    }
                }
                default -> {}
            }
        }
        return found;
    }

    private void origins(SqlValidatorNamespace namespace, String column, List<Origin> found) {
        SqlValidatorTable table = namespace.getTable();
        // A name of WITH is resolved to its query.
        SqlNode node = namespace.resolve().getNode();
        if (table == null && node != null) {
            int index = namespace.getRowType().getFieldNames().indexOf(column);
            if (index >= 0) {
                origins(SqlUtil.stripAs(node), index, found);
            }
            return;
        }
        SqlTable ours = table == null ? null : ours(table);
        if (ours != null) {
            ours.indexOf(column)
                    .ifPresent(i -> found.add(new Origin(ours, ours.columns().get(i))));
        }
    }

    private static @Nullable SqlTable ours(SqlValidatorTable table) {
        ReportTable report = table.unwrap(ReportTable.class);
        if (report != null) {
            return report.table();
        }
        ViewTable view = table.unwrap(ViewTable.class);
        return view == null ? null : view.table();
    }

    /** The columns that a column of a query is one of. */
    private void origins(SqlNode query, int column, List<Origin> found) {
        if (query instanceof SqlWithItem item) {
            origins(item.query, column, found);
        } else if (query instanceof SqlSelect inner) {
            found.addAll(origins(inner.getSelectList().get(column), validator.getWhereScope(inner)));
        } else if (query instanceof SqlWith with) {
            origins(with.body, column, found);
        } else if (query instanceof SqlOrderBy ordered) {
            origins(ordered.query, column, found);
        } else if (query instanceof SqlCall call && SqlKind.SET_QUERY.contains(call.getKind())) {
            call.getOperandList().forEach(part -> origins(part, column, found));
        }
    }
}
